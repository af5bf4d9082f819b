/** The rules of billing: each decides, and none does. */
export { advanceSubscription, type SubscriptionPosition } from "./renewals/advance-subscription"
export { BILLABLE_STATUSES, FINAL_STATUSES, isBillable, isFinal } from "./subscriptions/billable"
export { canTransition, TRANSITIONS, type TransitionAnswer } from "./subscriptions/can-transition"
export { checkInvoiceNumberFormat } from "./invoices/check-invoice-number-format"
export { decideCancel, type CancelDecision, type CancelRequest } from "./subscriptions/decide-cancel"
export { decidePriceMigration, type PriceMigration, type SoldPrice } from "./subscriptions/decide-price-migration"
export { decideRenewals, type RenewalSettings } from "./renewals/decide-renewals"
export { decideSplit, type SplitDecision } from "./subscriptions/decide-split"
export { decideUndoCancel, type UndoCancelDecision } from "./subscriptions/decide-undo-cancel"
export { BILLING_EVENTS, type BillingEvent, type BillingEventName, type SubscriptionChangeType } from "./events"
export { fillCycles, type CycleToFill } from "./offers/fill-cycles"
export { firstPaymentOf, type OrderPaymentFacts } from "./subscriptions/first-payment-of"
export { invoiceDocument } from "./invoices/invoice-document"
export type {
  AddressFacts,
  DiscountFacts,
  InvoiceFacts,
  InvoiceLineFacts,
  TaxRateFacts,
} from "./invoices/invoice-facts"
export { invoiceNumber } from "./invoices/invoice-number"
export type {
  InvoiceAddress,
  InvoiceBuyer,
  InvoiceDocument,
  InvoiceLine,
  InvoiceSeller,
  InvoiceTax,
  InvoiceTaxRate,
  InvoiceTotals,
} from "./invoices/invoice-shape"
export { isCycleEnabled } from "./offers/is-cycle-enabled"
export { isPaidEnough } from "./subscriptions/is-paid-enough"
export { issueDate, type IssueSettings } from "./renewals/issue-date"
export { nextDueOn } from "./renewals/next-due-on"
export type { DraftAmount, DraftCycle, FieldProblem, OfferDraft } from "./offers/offer-draft"
export { onFirstPayment, type FirstPaymentDecision, type FirstPaymentNews } from "./subscriptions/on-first-payment"
export { openSubscription, type OpenedSubscription, type Sale } from "./subscriptions/open-subscription"
export { renewalStatusAfter } from "./renewals/renewal-status-after"
export { saving, type Saving } from "./offers/saving"
export { settleCharges } from "./charges/settle-charges"
export { settleCharge, type SettledCharge } from "./charges/settle-charge"
export * from "./states"
export { statusAfterIssue } from "./renewals/status-after-issue"
export { termsOfLine, type TermsOfLine } from "./cart/terms-of-line"
export type * from "./types"
export { upcomingRenewal, type UpcomingRenewal } from "./renewals/upcoming-renewal"
export { validateOffer } from "./offers/validate-offer"
export { withoutTrial } from "./cart/without-trial"
