import type { Decimal } from "../../money"
import { isWithin } from "../eligibility/matching-rule"
import type { Sale } from "../sale"
import { periodRefusal, standingRefusal, usageRefusal } from "../eligibility/standing"
import type { Refusal } from "../states"
import type { OrderDiscount, OrderRange } from "../types"

/** An order discount as it was looked at for the sale; the one that nothing refuses applies, alone (D4). */
export interface LookedOrderDiscount {
  discount: OrderDiscount
  refusal: Refusal | null
  /** The order's value, written; null: it was not held against the ranges. */
  measured: Decimal | null
  range: OrderRange | null
}

/** The order discounts by position: the first whose group, period, currency and range match applies, alone (D1, D4). */
export function lookAtOrderDiscounts(sale: Sale, orderValue: bigint): LookedOrderDiscount[] {
  let isTaken = false
  return [...sale.facts.orderDiscounts].sort(byPosition).map((discount) => {
    const looked = lookAt(discount, sale, orderValue)
    if (looked.refusal === null && isTaken) {
      return { ...looked, refusal: "earlier_goes_first" }
    }
    isTaken ||= looked.refusal === null
    return looked
  })
}

function lookAt(discount: OrderDiscount, { facts, scale }: Sale, orderValue: bigint): LookedOrderDiscount {
  const code = facts.currencyCode.toLowerCase()
  const ranges = discount.ranges.filter((range) => range.currencyCode.toLowerCase() === code)
  const refusal = standingRefusal(discount, facts) ?? periodRefusal(discount.period, facts.asOf)
  if (refusal !== null || ranges.length === 0) {
    return { discount, refusal: refusal ?? "currency", measured: null, range: null }
  }
  const value = orderValue * scale.minor
  const bound = (amount: string | null) => (amount === null ? null : scale.read(amount))
  const range = ranges.find(({ min, max }) => isWithin(value, bound(min), bound(max))) ?? null
  return {
    discount,
    refusal: range ? usageRefusal(discount.usage) : "no_range",
    measured: scale.writeUnits(orderValue),
    range,
  }
}

const byPosition = (a: OrderDiscount, b: OrderDiscount): number =>
  a.position - b.position || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
