import type { Listed } from "../drafts/article-list"
import { matchingRule, type ReadRule } from "./matching-rule"
import type { PricedLine } from "../calculation/priced-line"
import type { Evaluation } from "../evaluation"
import { periodRefusal } from "./eligibility-refusal"
import type { Refusal } from "../states"
import type { ArticleTotal } from "../calculation/totals"
import type { EvaluatedLine } from "../types"

/** An article discount as it was looked at for a line: applicable (D16) where nothing refuses it. */
export interface CheckedDiscount {
  listed: Listed
  refusal: Refusal | null
  /** What its rules were held against; null: they were not asked. */
  total: ArticleTotal | null
  rules: readonly ReadRule[]
  rule: ReadRule | null
}

/** Looks at one discount of an article's list (D10, D11, D13, D16, D24); D17's choice comes after. */
export function checkEligibility(listed: Listed, priced: PricedLine, evaluation: Evaluation): CheckedDiscount {
  const { discount, assignment } = listed
  const { eligibility, usage, rules } = evaluation.readDiscount(discount)
  const refusal =
    lineRefusal(priced.line, evaluation) ?? eligibility ?? periodRefusal(assignment.period, evaluation.facts.asOf)
  if (refusal !== null) {
    return { listed, refusal, total: null, rules, rule: null }
  }
  if (rules.length === 0) {
    // It has rules, but none in this currency.
    return { listed, refusal: discount.rules.length ? "currency" : "no_rule", total: null, rules, rule: null }
  }
  const total = evaluation.totals.of(priced, assignment.level)
  const rule = matchingRule(rules, total)
  return { listed, refusal: rule ? usage : "no_rule", total, rules, rule }
}

/** Why no article discount whatever applies to a line. */
function lineRefusal(line: EvaluatedLine, { facts: { settings } }: Evaluation): Refusal | null {
  if (!settings.isAdvanced) {
    return "advanced_off"
  }
  if (!line.isDiscountable) {
    return "not_discountable"
  }
  return line.hasSpecialPrice && !settings.onSpecialPrices ? "special_price" : null
}
