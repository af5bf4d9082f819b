import type { ArticleDiscountAnswer, CreateArticleDiscountInput } from "../../../contracts/discounts/article-discounts"
import type { CreateOrderDiscountInput, OrderDiscountAnswer } from "../../../contracts/discounts/order-discounts"
import type { TermsAnswer } from "../../../contracts/discounts/fields"

/** The terms of a copy: with a name of its own, off, and never used. */
const termsOf = (terms: TermsAnswer, name: string) => ({
  name,
  is_active: false,
  groups: terms.groups,
  note: terms.note,
  renewals: terms.renewals,
  renewal_cycles: terms.renewal_cycles,
  usage_limit: terms.usage_limit,
  usage_limit_per_customer: terms.usage_limit_per_customer,
})

/** A new article discount like this one. What it is assigned to and was deleted since is left out. */
export const copyOfArticleDiscount = (discount: ArticleDiscountAnswer, name: string): CreateArticleDiscountInput => ({
  ...termsOf(discount, name),
  type: discount.type,
  rules: discount.rules.map(({ id: _id, ...rule }) => rule),
  assignments: discount.assignments
    .filter(({ title }) => title !== null)
    .map(({ level, target_id, limited_duration, starts_on, ends_on }) => ({
      level,
      target_id,
      limited_duration,
      starts_on,
      ends_on,
    })),
})

/** A new order discount like this one. */
export const copyOfOrderDiscount = (discount: OrderDiscountAnswer, name: string): CreateOrderDiscountInput => ({
  ...termsOf(discount, name),
  limited_duration: discount.limited_duration,
  starts_on: discount.starts_on,
  ends_on: discount.ends_on,
  ranges: discount.ranges.map(({ id: _id, ...range }) => range),
})
