import type { Listed } from "./article-list"
import { matchingRule, type ReadRule } from "./matching-rule"
import type { Sale } from "./sale"
import { periodRefusal } from "./standing"
import type { Refusal } from "./states"
import type { ArticleTotal } from "./totals"
import type { SaleLine } from "./types"

/** An article discount as it was looked at for a line: applicable (D16) where nothing refuses it. */
export interface Looked extends Listed {
  refusal: Refusal | null
  /** What its rules were held against; null: they were not asked. */
  total: ArticleTotal | null
  rules: readonly ReadRule[]
  rule: ReadRule | null
}

/** Looks at one discount of an article's list (D10, D11, D13, D16, D24); D17's choice comes after. */
export function lookAt(listed: Listed, line: SaleLine, sale: Sale): Looked {
  const read = sale.readDiscount(listed.discount)
  const refusal = lineRefusal(line, sale) ?? read.standing ?? periodRefusal(listed.assignment.period, sale.facts.asOf)
  if (refusal !== null || read.rules.length === 0) {
    return { ...listed, refusal: refusal ?? noRuleAtAll(listed), total: null, rules: read.rules, rule: null }
  }
  const total = sale.totals.of(line, listed.assignment.level)
  const rule = matchingRule(read.rules, total)
  return { ...listed, refusal: rule ? read.usage : "no_rule", total, rules: read.rules, rule }
}

/** Why no article discount whatever applies to a line. */
function lineRefusal(line: SaleLine, { facts: { settings } }: Sale): Refusal | null {
  if (!settings.isAdvanced) {
    return "advanced_off"
  }
  if (!line.isDiscountable) {
    return "not_discountable"
  }
  return line.hasSpecialPrice && !settings.onSpecialPrices ? "special_price" : null
}

/** It has rules, but none in this currency. */
const noRuleAtAll = ({ discount }: Listed): Refusal => (discount.rules.length ? "currency" : "no_rule")
