import { compare, isZero, multiplyRatio, type Decimal } from "../../money"
import type { GrantedDiscount } from "../types"
import type { RecurringDiscount } from "./recurring-discount"

type Capped = GrantedDiscount & Partial<Pick<RecurringDiscount, "cappedAt">>

/** The most that may be taken off: the price, or the share of it to which the first order's discounts were capped. */
export function mostTaken(given: readonly Capped[], price: Decimal, currencyCode: string): Decimal {
  const most = given.flatMap(({ cappedAt }) =>
    cappedAt && !isZero(cappedAt.price)
      ? multiplyRatio(price, { numerator: cappedAt.amount, denominator: cappedAt.price }, currencyCode)
      : [],
  )
  return most.reduce((a, b) => (compare(a, b) <= 0 ? a : b), price)
}
