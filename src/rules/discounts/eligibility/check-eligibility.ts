import type { Listed } from "../drafts/article-list"
import { matchingRule, type ReadRule } from "./matching-rule"
import type { PricedLine } from "../calculation/priced-line"
import type { Evaluation } from "../evaluation"
import { periodRefusal } from "./eligibility-refusal"
import type { Refusal } from "../states"
import type { ArticleTotal } from "../calculation/totals"
import type { EvaluatedLine } from "../types"

/** An article discount checked for a line: applicable (D16) where `refusal` is null. */
export interface CheckedDiscount {
  listed: Listed
  refusal: Refusal | null
  /** What its rules were compared with; null: they were not checked. */
  total: ArticleTotal | null
  rules: readonly ReadRule[]
  rule: ReadRule | null
}

/** Checks one discount of an article's list (D10, D11, D13, D16, D24); the choice by type (D17) comes after. */
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

/** Why no article discount at all applies to a line. */
function lineRefusal(line: EvaluatedLine, { facts: { settings } }: Evaluation): Refusal | null {
  if (!settings.isAdvanced) {
    return "advanced_off"
  }
  if (!line.isDiscountable) {
    return "not_discountable"
  }
  return line.hasSpecialPrice && !settings.onSpecialPrices ? "special_price" : null
}
