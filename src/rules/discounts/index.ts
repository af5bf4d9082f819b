/** Discounts: what they take off a sale's lines and a subscription's renewals, and why. One operation a file. */
export * from "./states"
export type * from "./types"
export { discountsOnRenewal, type RenewalLine, type RenewalSale, type RenewedLine } from "./discounts-on-renewal"
export { evaluateDiscounts } from "./evaluate-discounts"
export { keptDiscounts, splitKept, type KeptDiscount, type SaleTerms } from "./kept-discount"
export { PERSONAL_NAME } from "./personal"
