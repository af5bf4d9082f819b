import type { Listed } from "../drafts/article-list"
import { matchingRule, type ReadRule } from "./matching-rule"
import type { PricedLine } from "../calculation/priced-line"
import type { Sale } from "../sale"
import { periodRefusal } from "./standing"
import type { Refusal } from "../states"
import type { ArticleTotal } from "../calculation/totals"
import type { SaleLine } from "../types"

/** An article discount as it was looked at for a line: applicable (D16) where nothing refuses it. */
export interface Looked {
  listed: Listed
  refusal: Refusal | null
  /** What its rules were held against; null: they were not asked. */
  total: ArticleTotal | null
  rules: readonly ReadRule[]
  rule: ReadRule | null
}

/** Looks at one discount of an article's list (D10, D11, D13, D16, D24); D17's choice comes after. */
export function lookAt(listed: Listed, priced: PricedLine, sale: Sale): Looked {
  const { discount, assignment } = listed
  const { standing, usage, rules } = sale.readDiscount(discount)
  const refusal = lineRefusal(priced.line, sale) ?? standing ?? periodRefusal(assignment.period, sale.facts.asOf)
  if (refusal !== null) {
    return { listed, refusal, total: null, rules, rule: null }
  }
  if (rules.length === 0) {
    // It has rules, but none in this currency.
    return { listed, refusal: discount.rules.length ? "currency" : "no_rule", total: null, rules, rule: null }
  }
  const total = sale.totals.of(priced, assignment.level)
  const rule = matchingRule(rules, total)
  return { listed, refusal: rule ? usage : "no_rule", total, rules, rule }
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
