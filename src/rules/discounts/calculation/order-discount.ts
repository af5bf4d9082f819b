import type { Decimal } from "../../money"
import { isWithin } from "../eligibility/matching-rule"
import type { Evaluation } from "../evaluation"
import { periodRefusal, eligibilityRefusal, usageRefusal } from "../eligibility/eligibility-refusal"
import type { Refusal } from "../states"
import type { OrderDiscount, OrderRange } from "../types"

/** A checked order discount; the first that is not refused applies, alone (D4). */
export interface CheckedOrderDiscount {
  discount: OrderDiscount
  refusal: Refusal | null
  /** The order's value; null: it was not compared with the ranges. */
  measured: Decimal | null
  range: OrderRange | null
}

/** The order discounts by position: the first whose group, period, currency and range match applies, alone (D1, D4). */
export function checkOrderDiscounts(evaluation: Evaluation, orderValue: bigint): CheckedOrderDiscount[] {
  let isTaken = false
  return [...evaluation.facts.orderDiscounts].sort(byPosition).map((discount) => {
    const checked = checkEligibility(discount, evaluation, orderValue)
    if (checked.refusal === null && isTaken) {
      return { ...checked, refusal: "earlier_goes_first" }
    }
    isTaken ||= checked.refusal === null
    return checked
  })
}

function checkEligibility(
  discount: OrderDiscount,
  { facts, fixedPoint }: Evaluation,
  orderValue: bigint,
): CheckedOrderDiscount {
  const code = facts.currencyCode.toLowerCase()
  const ranges = discount.ranges.filter((range) => range.currencyCode.toLowerCase() === code)
  const refusal = eligibilityRefusal(discount, facts) ?? periodRefusal(discount.period, facts.asOf)
  if (refusal !== null || ranges.length === 0) {
    return { discount, refusal: refusal ?? "currency", measured: null, range: null }
  }
  const value = orderValue * fixedPoint.minor
  const bound = (amount: string | null) => (amount === null ? null : fixedPoint.read(amount))
  const range = ranges.find(({ min, max }) => isWithin(value, bound(min), bound(max))) ?? null
  return {
    discount,
    refusal: range ? usageRefusal(discount.usage) : "no_range",
    measured: fixedPoint.writeUnits(orderValue),
    range,
  }
}

const byPosition = (a: OrderDiscount, b: OrderDiscount): number =>
  a.position - b.position || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
