import { add, compare, type Decimal } from "../../money"

/** What one costs the customer, as the page showed it, or as it is now. */
export interface ShownPrice {
  variantId: string
  price: Decimal
}

/** One price for each article: lines of one, on its own and in packages, are counted together. */
export function summedPrices(lines: readonly ShownPrice[]): ShownPrice[] {
  const sums = new Map<string, Decimal>()
  for (const { variantId, price } of lines) {
    sums.set(variantId, add(sums.get(variantId) ?? "0", price))
  }
  return [...sums].map(([variantId, price]) => ({ variantId, price }))
}

/** A price that is another than the page showed; `after` null: it is not sold to this customer any more. */
export interface PriceChange {
  variantId: string
  before: Decimal
  after: Decimal | null
}

/**
 * What changed between opening and submitting: shown to the customer before an order is made (C23). What was shown is
 * only compared, and never charged.
 */
export function priceChanges(opened: readonly ShownPrice[], current: readonly ShownPrice[]): PriceChange[] {
  const now = new Map(current.map(({ variantId, price }) => [variantId, price]))
  return opened.flatMap(({ variantId, price }) => {
    const after = now.get(variantId) ?? null
    return after !== null && compare(after, price) === 0 ? [] : [{ variantId, before: price, after }]
  })
}
