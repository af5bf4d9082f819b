import { validateDiscount, validateOrderDiscount } from "../../../rules/discounts"
import type { FieldProblem } from "../field-problems"
import { toSaveArticleDiscount, type ArticleDiscountForm } from "./article-discount-form"
import { toSaveOrderDiscount, type OrderDiscountForm } from "./order-discount-form"

interface SentTerms {
  name: string
  groups: string[]
  renewals: string
  renewal_cycles: number | null
  usage_limit: number | null
  usage_limit_per_customer: number | null
}

interface SentPeriod {
  limited_duration: boolean
  starts_on: string | null
  ends_on: string | null
}

const termsOf = (sent: SentTerms) => ({
  name: sent.name,
  groups: sent.groups,
  renewals: sent.renewals,
  renewalCycles: sent.renewal_cycles,
  usageLimit: sent.usage_limit,
  usageLimitPerCustomer: sent.usage_limit_per_customer,
})

const periodOf = (sent: SentPeriod) => ({
  isLimited: sent.limited_duration,
  startsOn: sent.starts_on,
  endsOn: sent.ends_on,
})

/** The problems of an article discount while one types: the same rule as the server's. */
export function checkArticleDiscount(form: ArticleDiscountForm): FieldProblem[] {
  const sent = toSaveArticleDiscount(form)
  return validateDiscount({
    ...termsOf(sent),
    type: sent.type,
    rules: sent.rules.map(({ currency_code, ...rule }) => ({ ...rule, currencyCode: currency_code })),
    assignments: sent.assignments.map((assignment) => ({
      level: assignment.level,
      targetId: assignment.target_id,
      period: periodOf(assignment),
    })),
  })
}

/** The problems of an order discount while one types. */
export function checkOrderDiscount(form: OrderDiscountForm): FieldProblem[] {
  const sent = toSaveOrderDiscount(form)
  return validateOrderDiscount({
    ...termsOf(sent),
    period: periodOf(sent),
    ranges: sent.ranges.map(({ currency_code, min, max, percent }) => ({
      currencyCode: currency_code,
      min,
      max,
      percent,
    })),
  })
}
