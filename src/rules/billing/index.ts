/** The rules of billing: each decides, and none does. */
export { advanceSubscription, type SubscriptionPosition } from "./advance-subscription"
export { BILLABLE_STATUSES, FINAL_STATUSES, isBillable, isFinal } from "./billable"
export { canTransition, TRANSITIONS, type TransitionAnswer } from "./can-transition"
export { checkInvoiceNumberFormat } from "./check-invoice-number-format"
export { decideCancel, type CancelDecision, type CancelRequest } from "./decide-cancel"
export { decidePriceMigration, type PriceMigration, type SoldPrice } from "./decide-price-migration"
export { decideRenewals, type RenewalSettings } from "./decide-renewals"
export { decideSplit, type SplitDecision } from "./decide-split"
export { decideUndoCancel, type UndoCancelDecision } from "./decide-undo-cancel"
export { BILLING_EVENTS, type BillingEventName, type SubscriptionChangeType } from "./events"
export { fillCycles, type CycleToFill } from "./fill-cycles"
export { firstPaymentOf, type OrderPaymentFacts } from "./first-payment-of"
export { invoiceDocument } from "./invoice-document"
export type { AddressFacts, DiscountFacts, InvoiceFacts, InvoiceLineFacts, TaxRateFacts } from "./invoice-facts"
export { invoiceNumber } from "./invoice-number"
export type {
  InvoiceAddress,
  InvoiceBuyer,
  InvoiceDocument,
  InvoiceLine,
  InvoiceSeller,
  InvoiceTax,
  InvoiceTaxRate,
  InvoiceTotals,
} from "./invoice-shape"
export { isCycleEnabled } from "./is-cycle-enabled"
export { isPaidEnough } from "./is-paid-enough"
export { issueDate, type IssueSettings } from "./issue-date"
export { nextDueOn } from "./next-due-on"
export type { DraftAmount, DraftCycle, FieldProblem, OfferDraft } from "./offer-draft"
export { onFirstPayment, type FirstPaymentDecision, type FirstPaymentNews } from "./on-first-payment"
export { openSubscription, type OpenedSubscription, type Sale } from "./open-subscription"
export { renewalStatusAfter } from "./renewal-status-after"
export { saving, type Saving } from "./saving"
export { settleCharges } from "./settle-charges"
export { settleCharge, type SettledCharge } from "./settle-charge"
export * from "./states"
export { statusAfterIssue } from "./status-after-issue"
export { termsOfLine, type TermsOfLine } from "./terms-of-line"
export type * from "./types"
export { upcomingRenewal, type UpcomingRenewal } from "./upcoming-renewal"
export { validateOffer } from "./validate-offer"
export { withoutTrial } from "./without-trial"
