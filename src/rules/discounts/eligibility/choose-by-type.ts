import type { CheckedDiscount } from "./check-eligibility"
import type { DiscountType, Refusal } from "../states"

/**
 * D17: of the applicable discounts, in the order of the list, the first exclusive one alone; else all cumulative ones;
 * else the first non-cumulative one. The others get a reason.
 */
export function chooseByType(checked: readonly CheckedDiscount[]): readonly CheckedDiscount[] {
  const firstOf = (type: DiscountType) =>
    checked.find(({ refusal, listed }) => refusal === null && listed.discount.type === type)
  const exclusive = firstOf("exclusive")
  const hasCumulative = !exclusive && firstOf("cumulative") !== undefined
  const alone = exclusive ?? (hasCumulative ? undefined : firstOf("non_cumulative"))
  return checked.map((one) => {
    if (one.refusal !== null || one === alone) {
      return one
    }
    const refusal = stepsBack(one.listed.discount.type, exclusive !== undefined, hasCumulative)
    return refusal === null ? one : { ...one, refusal }
  })
}

/** Why an applicable discount that was not chosen gives nothing; null: it is chosen. */
function stepsBack(type: DiscountType, hasExclusive: boolean, hasCumulative: boolean): Refusal | null {
  if (hasExclusive) {
    return type === "exclusive" ? "earlier_goes_first" : "exclusive_goes_first"
  }
  if (hasCumulative) {
    return type === "cumulative" ? null : "cumulative_goes_first"
  }
  return "earlier_goes_first"
}
