import { min, multiply, percentOf, subtract, sum, type Decimal } from "../../money"
import type { OrderDiscountBase } from "../states"
import type { GrantedDiscount } from "../types"

/** The price that discounts are calculated on. */
export interface PriceToDiscount {
  price: Decimal
  units: number
  orderDiscountBase: OrderDiscountBase
  /** What those of its bundle take off it; left out: it is in none. */
  shares?: ReadonlyMap<GrantedDiscount, Decimal>
}

/**
 * Each discount's amount, not rounded: personal first, article and order on what that leaves (D18, D25). The first
 * order uses `componentsOf`, in whole numbers, because it runs at every change of a cart; a property test keeps the two
 * equal.
 */
export function exactComponents(
  given: readonly GrantedDiscount[],
  { price, units, orderDiscountBase, shares }: PriceToDiscount,
): Decimal[] {
  const offOf = (base: Decimal, one: GrantedDiscount): Decimal => {
    const { mode, value, per, ofBundle } = one
    if (ofBundle) {
      return shares?.get(one) ?? "0"
    }
    return mode === "percent" ? percentOf(base, value) : multiply(value, per === "unit" ? units : 1)
  }
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
