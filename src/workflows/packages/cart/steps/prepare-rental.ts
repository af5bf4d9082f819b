import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CORE_MODULE, type CoreModuleService, readLineRecords, writeLineRecords } from "../../../../modules/core"
import { isSameJson, type LineRecord } from "../../../../rules/cart"
import { NO_TERMS, rentalLineOf, rentalTerms, type RentalLine, type RentalTerms } from "../../../../rules/packages"
import { refuse } from "../../../errors/refuse"
import { newRentalLine, rentedArticle, type NewRentalItem } from "../new-rental-line"
import { checkOpenCart } from "./check-open-cart"

export interface AddRentalInput {
  cart_id: string
  variant_id: string
  quantity: number
  period?: RentalTerms["period"] | undefined
  hours?: number | null | undefined
  days?: number | null | undefined
  /** An instant, by which a period may be past. */
  now: string
}

export interface PreparedRental {
  items: NewRentalItem[]
  /** The same rental is in the cart: it becomes more. */
  joined: { line_id: string; quantity: number } | null
}

/**
 * Writes what is rented before its line exists: a record that the line finds by its key. The same article for the same
 * time joins the line that is there.
 */
export const prepareRentalStep = createStep(
  "packages-prepare-rental",
  async (input: AddRentalInput, { container }) => {
    await checkOpenCart(container, input.cart_id)
    const article = await rentedArticle(container, input.variant_id)
    const checked = rentalTerms({ ...NO_TERMS, ...said(input) }, { unit: article.unit, now: input.now })
    if (!checked.ok) {
      refuse(checked.field, checked.reason)
    }
    const { terms } = checked
    const { knex } = container.resolve<CoreModuleService>(CORE_MODULE).db
    const known = await readLineRecords(knex, input.cart_id)
    const same = known.find(({ payload }) => isSame(rentalLineOf(payload), input.variant_id, terms))
    const line = same && (await lineOf(container, same))
    if (line) {
      const joined = { line_id: line.id, quantity: line.quantity + input.quantity }
      return new StepResponse<PreparedRental, LineRecord | null>({ items: [], joined }, null)
    }
    const { cart_id: cartId, quantity } = input
    const { record, item } = await newRentalLine(container, { cartId, quantity, article, terms })
    await writeLineRecords(knex, { create: [record], update: [], delete: [] })
    return new StepResponse<PreparedRental, LineRecord | null>({ items: [item], joined: null }, record)
  },
  async (record: LineRecord | null | undefined, { container }) => {
    if (record) {
      const { knex } = container.resolve<CoreModuleService>(CORE_MODULE).db
      await writeLineRecords(knex, { create: [], update: [], delete: [record] })
    }
  },
)

const said = ({ period = null, hours = null, days = null }: AddRentalInput): RentalTerms => ({ period, hours, days })

const isSame = (own: RentalLine | null, variantId: string, terms: RentalTerms): boolean =>
  own !== null && own.variant_id === variantId && isSameJson(own.terms, terms)

/** The line of a record, as it is in the cart now; null: it was removed, or is being added. */
async function lineOf(container: MedusaContainer, { lineId }: LineRecord) {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "line_item",
    fields: ["id", "quantity"],
    filters: { id: lineId },
  })
  const [line] = data as { id: string; quantity: number }[]
  return line ? { id: line.id, quantity: Number(line.quantity) } : null
}
