import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { CORE_MODULE, type CoreModuleService, readLineRecords, writeLineRecords } from "../../../../modules/core"
import { PACKAGES_MODULE, type PackagesModuleService } from "../../../../modules/packages"
import { isSameJson, LINE_KEY, waitingLineId, type LineRecord } from "../../../../rules/cart"
import {
  isTimed,
  NO_TERMS,
  packagePayload,
  PACKAGES_ROOM,
  rentalLineOf,
  rentalTerms,
  type ContentProduct,
  type RentalLine,
  type RentalTerms,
} from "../../../../rules/packages"
import { LINE_IDS } from "../../../cart/line-ids"
import { refuse } from "../../../errors/refuse"
import { loadRecipeBook } from "../../catalog/load-recipe-book"
import { deliveryProductOf } from "../delivery-product"
import { loadContentProducts } from "../load-content-products"
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

/** A line for Medusa to add; more of its fields count than their type has. */
interface NewItem {
  variant_id?: string
  title?: string
  quantity: number
  unit_price?: number
  metadata: Record<string, unknown>
  [field: string]: unknown
}

export interface PreparedRental {
  items: NewItem[]
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
    const article = await articleOf(container, input.variant_id)
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
    const record = await waitingRecord(container, input, { article, terms })
    await writeLineRecords(knex, { create: [record], update: [], delete: [] })
    const items = [itemOf(record, article.shown, input.quantity)]
    return new StepResponse<PreparedRental, LineRecord | null>({ items, joined: null }, record)
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

interface RentedArticle {
  productId: string
  variantId: string
  unit: "day" | "hour"
  shown: ContentProduct
  shippingProfileId: string | null
}

async function articleOf(container: MedusaContainer, variantId: string): Promise<RentedArticle> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "variant",
    fields: ["id", "product.id", "product.shipping_profile.id"],
    filters: { id: variantId },
  })
  const [variant] = data as { product?: { id: string; shipping_profile?: { id: string } | null } | null }[]
  const shown = (await loadContentProducts(container, [variantId])).get(variantId)
  if (!variant?.product || !shown) {
    return refuse("variant_id", "There is no such variant")
  }
  const productId = variant.product.id
  if ((await loadRecipeBook(container, [productId]))[productId]) {
    refuse("variant_id", "It is a package: add it as one")
  }
  const [article] = await container
    .resolve<PackagesModuleService>(PACKAGES_MODULE)
    .listArticles({ variant_id: variantId }, { select: ["unit"], take: 1 })
  const unit = article?.unit ?? "flat"
  if (!isTimed(unit)) {
    return refuse("variant_id", "It is not priced by the hour or the day: add it as a line item")
  }
  return { productId, variantId, unit, shown, shippingProfileId: variant.product.shipping_profile?.id ?? null }
}

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

async function waitingRecord(
  container: MedusaContainer,
  { cart_id: cartId }: AddRentalInput,
  { article, terms }: { article: RentedArticle; terms: RentalTerms },
): Promise<LineRecord> {
  const { productId, variantId, shippingProfileId, shown } = article
  const isOut = terms.period !== null
  const isSent = isOut && shown.requiresShipping && shippingProfileId !== null
  const id = LINE_IDS.recordId()
  const key = LINE_IDS.key()
  return {
    ...{ id, key, cartId, lineId: waitingLineId(key), room: PACKAGES_ROOM, kind: "rental" },
    ...{ parentId: null, groupKey: id, productId, variantId: isOut ? null : variantId },
    payload: packagePayload({
      ...{ slot: "rental", product_id: productId, variant_id: variantId, terms },
      delivery: isSent ? await deliveryProductOf(container, shippingProfileId) : null,
    }),
  }
}

/** What is out for a period has no variant in Medusa: its words are given, and its price follows. */
function itemOf({ key, productId, variantId }: LineRecord, shown: ContentProduct, quantity: number): NewItem {
  const metadata = { [LINE_KEY]: key }
  return variantId === null
    ? {
        ...{ product_id: productId, title: shown.title, subtitle: shown.subtitle, ...shown.product },
        ...{ requires_shipping: false, is_discountable: shown.isDiscountable },
        ...{ quantity, unit_price: 0, metadata },
      }
    : { variant_id: variantId, quantity, metadata }
}
