import type { EvaluatedLine } from "../../../rules/discounts/types"
import { add, compare, multiply, round, subtract, sum, type Decimal } from "../../../rules/money"
import { TRIAL_PROVIDER } from "../../billing/cart/trial-adjustments"
import { DISCOUNT_PROVIDER } from "./discount-provider"
import { decimalOf, type DiscountItem, type DiscountProduct } from "./discount-sale"

/** What is known of the lines beside the lines themselves. */
export interface LineKnowledge {
  currencyCode: string
  /** By product id. */
  products: ReadonlyMap<string, DiscountProduct>
  /** Ids of lines that another room added: a set-up fee. */
  companions: ReadonlySet<string>
  /** Ids of lines whose price comes from a price list of type sale (D11). */
  special: ReadonlySet<string>
  article: (line: DiscountItem) => { isEligible: boolean; unitCost: Decimal | null }
}

/** The one place where a line of Medusa becomes a fact of the discounts' rule. */
export function saleLineOf(item: DiscountItem, known: LineKnowledge): EvaluatedLine {
  const product = item.product ?? (item.product_id ? known.products.get(item.product_id) : undefined)
  return {
    id: item.id,
    kind: known.companions.has(item.id) ? "companion" : "article",
    variantId: item.variant_id ?? null,
    productId: item.product_id ?? null,
    collectionId: product?.collection_id ?? null,
    categoryIds: (product?.categories ?? []).map(({ id }) => id),
    unitPrice: unitPriceOf(item),
    quantity: quantityOf(item),
    isTaxInclusive: item.is_tax_inclusive ?? false,
    taxRate: taxRateOf(item),
    isDiscountable: item.is_discountable ?? true,
    ...known.article(item),
    hasSpecialPrice: known.special.has(item.id),
    taken: takenOf(item, known.currencyCode),
  }
}

export const unitPriceOf = (item: DiscountItem): Decimal => decimalOf(item.unit_price, item.raw_unit_price)

export const quantityOf = (item: DiscountItem): number => Number(decimalOf(item.quantity))

/** Medusa adds a line's rates up, and so does this. */
export const taxRateOf = (item: DiscountItem): Decimal =>
  sum((item.tax_lines ?? []).map((line) => decimalOf(line.rate)))

/**
 * What is off the line before the discounts: what rooms that were asked before have lowered its totals by, and the
 * adjustments of others that Medusa keeps, because they have no code. Promotions come after, and take of what is left.
 */
function takenOf(item: DiscountItem, currencyCode: string): Decimal {
  const price = multiply(unitPriceOf(item), quantityOf(item))
  const lowered = item.is_tax_inclusive ? item.original_total : item.subtotal
  const byRooms = lowered === undefined ? "0" : round(subtract(price, decimalOf(lowered)), currencyCode)
  const byOthers = sum(
    (item.adjustments ?? [])
      .filter(({ code, provider_id }) => !code && !isRooms(provider_id))
      .map(({ amount, raw_amount }) => decimalOf(amount, raw_amount)),
  )
  const taken = add(byRooms, byOthers)
  return compare(taken, price) > 0 ? price : compare(taken, "0") < 0 ? "0" : taken
}

/** A room's own adjustments are in the totals that it has lowered; the ones that a line shows may be older. */
const isRooms = (providerId: string | null | undefined): boolean =>
  providerId === DISCOUNT_PROVIDER || providerId === TRIAL_PROVIDER

/**
 * Lines of a cart at rest as the cart's own refresh shows them to this room: a trial's line has nothing left to take.
 * There the rooms before have just lowered the totals; here it is told by the adjustments that they have written.
 */
export function withTrialsTaken<Item extends DiscountItem>(items: Item[]): Item[] {
  return items.map((item) => {
    const trial = (item.adjustments ?? []).filter(({ provider_id }) => provider_id === TRIAL_PROVIDER)
    const taken = sum(trial.map(({ amount, raw_amount }) => decimalOf(amount, raw_amount)))
    const left = subtract(multiply(unitPriceOf(item), quantityOf(item)), taken)
    return { ...item, subtotal: left, original_total: left }
  })
}
