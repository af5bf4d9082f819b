import { percentOf, round, subtract, type Decimal } from "../../money"

export interface PackagePriceFacts {
  /** What its recipe comes to, in major units. */
  total: Decimal
  /** The customer's percentage; null: none. */
  percent: Decimal | null
  currency: string
}

/**
 * What a package costs on a quick-order page: its contents' price, and that less the customer's percentage, which is rounded as
 * on the order. Discounts on what is in it are taken off where the order is made.
 */
export function packagePrice({ total, percent, currency }: PackagePriceFacts): {
  listPrice: Decimal
  yourPrice: Decimal
} {
  const listPrice = round(total, currency)
  const yourPrice = percent === null ? listPrice : subtract(listPrice, round(percentOf(listPrice, percent), currency))
  return { listPrice, yourPrice }
}
