import type { ReadRule } from "./matching-rule"
import type { Scale } from "./scale"
import type { ArticleTotal } from "./totals"
import type { SaleLine } from "./types"

/**
 * How many units of a line it takes, beside what is there already, until a rule's minimum is reached. Null: no number of
 * them does, or it is reached already.
 */
export function unitsToReach(
  { rule, min }: ReadRule,
  { line, from }: { line: SaleLine; from: ArticleTotal },
  scale: Scale,
): number | null {
  const missing = (min ?? 0n) - from[rule.trigger]
  const each = rule.trigger === "quantity" ? scale.read("1") : scale.read(line.unitPrice)
  return missing <= 0n || each <= 0n ? null : Number((missing + each - 1n) / each)
}
