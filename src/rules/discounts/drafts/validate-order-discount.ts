import { isCurrency } from "../../money"
import { checkBounds } from "./check-bounds"
import { checkPercent } from "./check-percent"
import { checkPeriod } from "./check-period"
import { checkTerms } from "./check-terms"
import type { DraftRange, OrderDiscountDraft } from "./discount-draft"
import { overlaps } from "./overlaps"
import type { Problem } from "../types"

/** All problems of an order discount (D1, D2, D4, D24); nothing is saved while the list is not empty. */
export function validateOrderDiscount(draft: OrderDiscountDraft): Problem[] {
  const ranges = draft.ranges.map((range, index) => rangeProblems(range, `ranges.${index}`))
  return [
    ...checkTerms(draft),
    ...checkPeriod(draft.period),
    ...(draft.ranges.length ? [] : [{ field: "ranges", reason: "an order discount needs at least one range" }]),
    ...ranges.flat(),
    ...overlapProblems(draft.ranges.map((range, index) => (ranges[index]?.length ? null : range))),
  ]
}

function rangeProblems(range: DraftRange, path: string): Problem[] {
  const percent = checkPercent(range.percent)
  return [
    ...(isCurrency(range.currencyCode)
      ? checkBounds(range, { trigger: "amount", currencyCode: range.currencyCode }, path)
      : [{ field: `${path}.currency_code`, reason: `"${range.currencyCode}" is not a known currency` }]),
    ...(percent === null ? [] : [{ field: `${path}.percent`, reason: percent }]),
  ]
}

/** Ranges of one currency must not overlap (D2); an invalid one (null) is not compared. */
function overlapProblems(ranges: readonly (DraftRange | null)[]): Problem[] {
  return ranges.flatMap((range, index) => {
    const other = ranges
      .slice(0, index)
      .findIndex(
        (earlier) =>
          range && earlier?.currencyCode.toLowerCase() === range.currencyCode.toLowerCase() && overlaps(earlier, range),
      )
    return other < 0 ? [] : [{ field: `ranges.${index}.min`, reason: `overlaps range ${other + 1}` }]
  })
}
