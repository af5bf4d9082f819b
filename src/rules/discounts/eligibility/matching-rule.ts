import type { FixedPoint } from "../calculation/fixed-point"
import type { ArticleTotal } from "../calculation/totals"
import type { ArticleDiscount, DiscountRule } from "../types"

/** A rule with its numbers read: bounds in subunits, its value in subunits or as a percentage. */
export interface ReadRule {
  rule: DiscountRule
  min: bigint | null
  max: bigint | null
  value: bigint
}

/**
 * The rules that hold in this currency, in their order (D14). A fixed value or an amount needs a currency to hold in.
 */
export function readRules({ rules }: ArticleDiscount, currencyCode: string, fixedPoint: FixedPoint): ReadRule[] {
  const code = currencyCode.toLowerCase()
  return rules
    .filter((rule) => holdsIn(rule, code))
    .map((rule) => ({
      rule,
      min: rule.min === null ? null : fixedPoint.read(rule.min),
      max: rule.max === null ? null : fixedPoint.read(rule.max),
      value: rule.mode === "percent" ? fixedPoint.readPercent(rule.value) : fixedPoint.read(rule.value),
    }))
}

function holdsIn({ trigger, mode, currencyCode }: DiscountRule, code: string): boolean {
  if (currencyCode !== null) {
    return currencyCode === code || currencyCode.toLowerCase() === code
  }
  return trigger === "quantity" && mode === "percent"
}

/** The first rule whose bounds, both inclusive, the article's total is in (D13). */
export function matchingRule(
  rules: readonly ReadRule[],
  total: Pick<ArticleTotal, "quantity" | "amount">,
): ReadRule | null {
  return rules.find(({ rule, min, max }) => isWithin(total[rule.trigger], min, max)) ?? null
}

export function isWithin(value: bigint, min: bigint | null, max: bigint | null): boolean {
  return (min === null || value >= min) && (max === null || value <= max)
}
