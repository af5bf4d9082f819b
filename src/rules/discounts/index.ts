/** Discounts: what they take off a sale's lines and a subscription's renewals, and why. One operation a file. */
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
  type RenewalSale,
  type RenewedLine,
} from "./renewals/discounts-on-renewal"
export { evaluateDiscounts } from "./calculation/evaluate-discounts"
export { findGaps, type Gap } from "./drafts/find-gaps"
export {
  recurringDiscounts,
  splitRecurring,
  type RecurringDiscount,
  type SaleTerms,
} from "./renewals/recurring-discount"
export { nextTiers, type NextTier } from "./tiers/next-tiers"
export { overlaps } from "./drafts/overlaps"
export { checkPeriod } from "./drafts/check-period"
export { PERSONAL_NAME } from "./eligibility/personal"
export { tiersOf, type Tier } from "./tiers/tiers-of"
export { validateDiscount } from "./drafts/validate-discount"
export { validateOrderDiscount } from "./drafts/validate-order-discount"
export { validateSettings } from "./drafts/validate-settings"
