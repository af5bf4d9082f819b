import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  CORE_MODULE,
  type CoreModuleService,
  readLineRecordsOfVariant,
  writeLineRecords,
} from "../../../../modules/core"
import { PACKAGES_MODULE, type PackagesModuleService, readAddition } from "../../../../modules/packages"
import { isSameJson, LINE_KEY, waitingLineId, type LineRecord } from "../../../../rules/cart"
import {
  expandPackage,
  NOTHING_SELECTED,
  ordered,
  packageLineOf,
  packagePayload,
  PACKAGES_ROOM,
  recipesUnder,
  separateAccessories,
  type PackageLine,
} from "../../../../rules/packages"
import { LINE_IDS } from "../../../cart/line-ids"
import { refuse } from "../../../errors/refuse"
import { loadRecipeBook } from "../../catalog/load-recipe-book"
import { separateLines, type SeparateItem } from "../separate-lines"
import { toSelection, type SelectionInput } from "../to-selection"
import { refuseClosedCart } from "./check-open-cart"

export interface AddPackageInput extends SelectionInput {
  cart_id: string
  variant_id: string
  quantity: number
  /** An instant, by which a period may be past; left out: the store's. */
  now?: string | undefined
}

export interface PreparedPackage {
  /** Lines for Medusa to add: the package, and accessories that are lines of their own. */
  items: SeparateItem[]
}

/**
 * Writes what is sold of a package before its line exists: a record that the line finds by its key. The same package
 * with the same choices joins the line that is there.
 */
export const preparePackageStep = createStep(
  "packages-prepare-package",
  async (input: AddPackageInput, { container }) => {
    const { knex } = container.resolve<CoreModuleService>(CORE_MODULE).db
    const productId = await productToAdd(container, input)
    const [all, known] = await Promise.all([
      loadRecipeBook(container, [productId]),
      readLineRecordsOfVariant(knex, input.cart_id, input.variant_id),
    ])
    if (!all[productId]) {
      refuse("variant_id", "It is no package: add it as a line item")
    }
    const book = recipesUnder(all, productId)
    const now = await nowOf(container, input)
    const selection = toSelection(input, { book, productId, before: NOTHING_SELECTED, now, mayHide: false })
    const own: PackageLine = { slot: "", book, selection }
    const same = known.find(({ parentId, payload }) => parentId === null && isSold(packageLineOf(payload), own))
    const record = same ?? waitingRecord(input, productId, own)
    const root = expandPackage(book, { productId, variantId: input.variant_id, choices: selection.choices })
    // With the entry that is there, they have come already: once, however many packages (P16).
    const accessories = same ? [] : separateAccessories(root)
    const separate = await separateLines(container, { root, accessories, selection, cartId: input.cart_id })
    const created = [...(same ? [] : [record]), ...separate.flatMap((one) => one.record ?? [])]
    await writeLineRecords(knex, { create: created, update: [], delete: [] })
    const prepared: PreparedPackage = {
      items: [
        { variant_id: input.variant_id, quantity: input.quantity, metadata: { [LINE_KEY]: record.key } },
        ...separate.map(({ item }) => item),
      ],
    }
    return new StepResponse(prepared, created)
  },
  async (created: LineRecord[] | undefined, { container }) => {
    const { knex } = container.resolve<CoreModuleService>(CORE_MODULE).db
    await writeLineRecords(knex, { create: [], update: [], delete: created ?? [] })
  },
)

/** Whether one entry is sold as another one is, in whatever order its choices were said. */
const isSold = (one: PackageLine | null, own: PackageLine): boolean =>
  one !== null &&
  isSameJson({ ...one, selection: ordered(one.selection) }, { ...own, selection: ordered(own.selection) })

function waitingRecord({ cart_id, variant_id }: AddPackageInput, productId: string, own: PackageLine): LineRecord {
  const id = LINE_IDS.recordId()
  const key = LINE_IDS.key()
  return {
    id,
    key,
    cartId: cart_id,
    lineId: waitingLineId(key),
    room: PACKAGES_ROOM,
    kind: "package",
    parentId: null,
    groupKey: id,
    payload: packagePayload(own),
    productId,
    variantId: variant_id,
  }
}

/** Refuses a cart that is not there, or has become an order, and a variant that is not there. */
async function productToAdd(
  container: MedusaContainer,
  { cart_id: cartId, variant_id: variantId }: AddPackageInput,
): Promise<string> {
  const { knex } = container.resolve<PackagesModuleService>(PACKAGES_MODULE).db
  const { isCompleted, productId } = await readAddition(knex, { cartId, variantId })
  refuseClosedCart(cartId, isCompleted)
  return productId ?? refuse("variant_id", "There is no such variant")
}

/** It is asked for where a period is said, which may be past. */
export const nowOf = async (
  container: MedusaContainer,
  { period, now }: Pick<AddPackageInput, "period" | "now">,
): Promise<string> => (period ? (now ?? container.resolve<CoreModuleService>(CORE_MODULE).now()) : "")
