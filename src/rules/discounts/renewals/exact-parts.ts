import { min, multiply, percentOf, subtract, sum, type Decimal } from "../../money"
import type { OrderDiscountBase } from "../states"
import type { GrantedDiscount } from "../types"

/** The price that discounts are taken of. */
export interface PriceToDiscount {
  price: Decimal
  units: number
  orderDiscountBase: OrderDiscountBase
}

/**
 * What each discount comes to, not rounded: personal first, article and order on what that leaves (D18, D25). The sale
 * counts by \`componentsOf\`, in whole numbers, because it is asked at every change of a cart; a law ties the two together.
 */
export function exactComponents(
  given: readonly GrantedDiscount[],
  { price, units, orderDiscountBase }: PriceToDiscount,
): Decimal[] {
  const offOf = (base: Decimal, { mode, value, per }: GrantedDiscount): Decimal =>
    mode === "percent" ? percentOf(base, value) : multiply(value, per === "unit" ? units : 1)
  const offBy = (source: GrantedDiscount["source"], base: Decimal): Decimal =>
    min(sum(given.filter((one) => one.source === source).map((one) => offOf(base, one))), base)

  const afterPersonal = subtract(price, offBy("personal", price))
  const afterArticle = subtract(afterPersonal, offBy("article", afterPersonal))
  const bases = {
    personal: price,
    article: afterPersonal,
    order: orderDiscountBase === "remaining" ? afterArticle : afterPersonal,
  }
  return given.map((one) => offOf(bases[one.source], one))
}
