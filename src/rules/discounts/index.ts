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
} from "./discount-draft"
export { discountWarnings, orderDiscountWarnings } from "./discount-warnings"
export { discountsOnRenewal, type RenewalLine, type RenewalSale, type RenewedLine } from "./discounts-on-renewal"
export { evaluateDiscounts } from "./evaluate-discounts"
export { findGaps, type Gap } from "./find-gaps"
export { keptDiscounts, splitKept, type KeptDiscount, type SaleTerms } from "./kept-discount"
export { nextTiers, type NextTier } from "./next-tiers"
export { overlaps } from "./overlaps"
export { checkPeriod } from "./check-period"
export { PERSONAL_NAME } from "./personal"
export { tiersOf, type Tier } from "./tiers-of"
export { validateDiscount } from "./validate-discount"
export { validateOrderDiscount } from "./validate-order-discount"
export { validateSettings } from "./validate-settings"
