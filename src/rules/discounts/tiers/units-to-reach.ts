import type { ReadRule } from "../eligibility/matching-rule"
import type { PricedLine } from "../calculation/priced-line"
import type { FixedPoint } from "../calculation/fixed-point"
import type { ArticleTotal } from "../calculation/totals"

/** How many more units of a line reach a rule's minimum. Null: no number of them does, or it is reached already. */
export function unitsToReach(
  { rule, min }: ReadRule,
  { priced, from }: Standpoint,
  fixedPoint: FixedPoint,
): number | null {
  const missing = (min ?? 0n) - from[rule.trigger]
  const each = rule.trigger === "quantity" ? fixedPoint.readNumber(1) : priced.unitPrice
  return missing <= 0n || each <= 0n ? null : Number((missing + each - 1n) / each)
}

interface Standpoint {
  priced: PricedLine
  from: Pick<ArticleTotal, "quantity" | "amount">
}
