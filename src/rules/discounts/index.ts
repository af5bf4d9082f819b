/** Discounts: what they take off lines and renewals, and why. One operation a file. */
export * from "./states"
export type * from "./types"
export type {
  DiscountDraft,
  DraftAssignment,
  DraftRange,
  DraftRule,
  OrderDiscountDraft,
  SettingsDraft,
  TermsDraft,
} from "./drafts/discount-draft"
export { discountWarnings, orderDiscountWarnings } from "./drafts/discount-warnings"
export {
  discountsOnRenewal,
  type RenewalLine,
  type RenewalEvaluation,
  type RenewedLine,
} from "./renewals/discounts-on-renewal"
export { besidePromotions, besideShownPromotions, type Promoted } from "./calculation/beside-promotions"
export { evaluateDiscounts } from "./calculation/evaluate-discounts"
export { findGaps, type Gap } from "./drafts/find-gaps"
export {
  recurringDiscounts,
  splitRecurring,
  type RecurringDiscount,
  type GrantTerms,
} from "./renewals/recurring-discount"
export {
  couponTerms,
  inOrder,
  rateOf,
  takenByCoupon,
  type CouponedLine,
  type CouponFacts,
} from "./renewals/coupon-terms"
export { checkCoupon, type CouponTerms } from "./renewals/check-coupon"
export { cyclesLeft, keptAtChange } from "./renewals/cycles-left"
export { nextTiers, type NextTier } from "./tiers/next-tiers"
export { overlaps } from "./drafts/overlaps"
export { checkPeriod } from "./drafts/check-period"
export { PERSONAL_NAME } from "./eligibility/personal"
export { tiersOf, type Tier } from "./tiers/tiers-of"
export { fixedOnContents } from "./drafts/fixed-on-contents"
export { validateDiscount } from "./drafts/validate-discount"
export { validateOrderDiscount } from "./drafts/validate-order-discount"
export { validateSettings } from "./drafts/validate-settings"
export { articleTerms, type ArticleFacts, type ArticlePlace } from "./eligibility/article-terms"
export { checkCosts } from "./catalog/check-costs"
export {
  targetKey,
  type AssignmentColumns,
  type PeriodColumns,
  type RangeColumns,
  type RuleColumns,
  type StoredArticleDiscount,
  type StoredOrderDiscount,
  type TermsColumns,
} from "./catalog/discount-columns"
export { discountReportFile } from "./report/discount-report-file"
export { isSameSet } from "./catalog/is-same-set"
export {
  mergeArticleDiscount,
  newAssignments,
  foreignIdProblems,
  toDiscountDraft,
  type ArticleDiscountBody,
  type AssignmentBody,
} from "./catalog/merge-article-discount"
export { mergeOrderDiscount, toOrderDiscountDraft, type OrderDiscountBody } from "./catalog/merge-order-discount"
export { changedDiscountFields, usageProblems } from "./catalog/merge-terms"
export { presentLine } from "./answers/present-line"
export { discountState, type DiscountStateFacts } from "./catalog/discount-state"
export { periodRefusal } from "./eligibility/eligibility-refusal"
