import type { MedusaContainer } from "@medusajs/framework/types"
import type { CartPackageAnswer, CartPackageLineAnswer, ChoiceAnswer } from "../../../contracts/packages/store"
import type { LineRecord } from "../../../rules/cart"
import {
  checkSelection,
  contentLineOf,
  withoutHidden,
  type Choice,
  type EntryRole,
  type HiddenLine,
  type RecipeBook,
} from "../../../rules/packages"
import { loadStoreCart, packagesIn, type CartPackage, type StoreCartItem } from "./store-cart"

/** The packages of a cart, each with its visible lines, its choices and its period (P22). Throws NOT_FOUND. */
export async function readCartPackages(container: MedusaContainer, cartId: string): Promise<CartPackageAnswer[]> {
  const cart = await loadStoreCart(container, cartId)
  const items = withoutHidden(cart.items, hiddenOf(cart.records)) as StoreCartItem[]
  return packagesIn({ ...cart, items }).map((one) => packageAnswer(one, { items, records: cart.records }))
}

function hiddenOf(records: readonly LineRecord[]): Map<string, HiddenLine> {
  const lineIds = new Map(records.map((record) => [record.id, record.lineId]))
  return new Map(
    records.flatMap((record): [string, HiddenLine][] => {
      const content = contentLineOf(record.payload)
      return content?.is_hidden
        ? [[record.lineId, { packageLineId: lineIds.get(record.groupKey) ?? null, perPackage: content.quantity }]]
        : []
    }),
  )
}

interface Lines {
  items: readonly StoreCartItem[]
  records: readonly LineRecord[]
}

function packageAnswer(
  { item, record, productId, variantId, own: { book, selection } }: CartPackage,
  { items, records }: Lines,
): CartPackageAnswer {
  const inside = records.filter((one) => one.parentId === record.id).flatMap((one) => lineAnswer(one, items))
  return {
    line_id: item.id,
    product_id: productId,
    variant_id: variantId,
    title: item.title,
    thumbnail: item.thumbnail,
    pricing: book[productId]?.pricing ?? "flat",
    quantity: item.quantity,
    unit_price: item.unit_price,
    is_tax_inclusive: item.is_tax_inclusive,
    choices: shownChoices(selection.choices, { book, productId }),
    period: selection.period,
    hours: selection.hours,
    days: selection.days,
    lines: inside.sort((one, other) => one.position - other.position).map(({ line }) => line),
  }
}

function lineAnswer(
  { lineId, kind, payload }: LineRecord,
  items: readonly StoreCartItem[],
): { position: number; line: CartPackageLineAnswer }[] {
  const item = items.find(({ id }) => id === lineId)
  const content = contentLineOf(payload)
  if (!item || !content) {
    return []
  }
  const line = {
    line_id: item.id,
    kind: kind as EntryRole,
    path: content.slot,
    product_id: content.product_id,
    variant_id: content.variant_id,
    title: item.title,
    variant_title: item.variant_title,
    thumbnail: item.thumbnail,
    quantity: item.quantity,
    quantity_per_package: content.quantity,
    unit_price: item.unit_price,
    is_tax_inclusive: item.is_tax_inclusive,
    reason: content.reason,
    units: content.units,
  }
  return [{ position: content.position, line }]
}

/** The choices that a customer could have made; what an admin hides is not among them. */
export const shownChoices = (
  choices: readonly Choice[],
  { book, productId }: { book: RecipeBook; productId: string },
): ChoiceAnswer[] =>
  choices
    .filter((choice) => checkSelection(book, { productId, selection: { choices: [choice] }, mayHide: false }) === null)
    .map(({ path, isChosen, quantity }) => ({
      path,
      ...(isChosen === undefined ? {} : { is_chosen: isChosen }),
      ...(quantity === undefined ? {} : { quantity }),
    }))
