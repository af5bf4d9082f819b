/** The rules of billing. They decide; workflows write. */
export { advanceSubscription, type SubscriptionPosition } from "./renewals/advance-subscription"
export { BILLABLE_STATUSES, FINAL_STATUSES, isBillable, isFinal } from "./subscriptions/billable"
export { canTransition, TRANSITIONS, type TransitionAnswer } from "./subscriptions/can-transition"
export { checkRunDate } from "./renewals/check-run-date"
export { sumsOfDrafts, type CountedSum, type DraftSums } from "./renewals/sums-of-drafts"
export { checkInvoiceNumberFormat } from "./invoices/check-invoice-number-format"
export { cancelableOn, decideCancel, type CancelDecision, type CancelRequest } from "./subscriptions/decide-cancel"
export { decidePriceMigration, type PriceMigration, type ItemPrice } from "./subscriptions/decide-price-migration"
export { decideRenewals, type RenewalSettings } from "./renewals/decide-renewals"
export { decideSplit, type SplitDecision } from "./subscriptions/decide-split"
export { decideUndoCancel, type UndoCancelDecision } from "./subscriptions/decide-undo-cancel"
export { BILLING_EVENTS, type BillingEvent, type BillingEventName, type SubscriptionChangeType } from "./events"
export { fillCycles, type CycleToFill } from "./offers/fill-cycles"
export { firstPaymentOf, type OrderPaymentFacts } from "./subscriptions/first-payment-of"
export { invoiceDocument } from "./invoices/invoice-document"
export type {
  AddressFacts,
  BuyerFacts,
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
export { isOwnMethod, type MethodOwner, type PaidMethod } from "./payment-methods/is-own-method"
export { isPaidEnough } from "./subscriptions/is-paid-enough"
export { issueDate, type IssueSettings } from "./renewals/issue-date"
export { onceSoldStanding, subscriptionStanding, type SoldStanding } from "./subscriptions/sold-standing"
export { nextBill, type NextBill } from "./renewals/next-bill"
export { nextDueOn } from "./renewals/next-due-on"
export { renewsOn } from "./renewals/renews-on"
export type { DraftAmount, DraftCycle, FieldProblem, OfferDraft } from "./offers/offer-draft"
export { onFirstPayment, type FirstPaymentDecision, type FirstPaymentFacts } from "./subscriptions/on-first-payment"
export {
  openSubscription,
  type OpenedSubscription,
  type OpenSubscriptionFacts,
} from "./subscriptions/open-subscription"
export { carriesParcel, type ParcelSibling, type ParcelSubscription } from "./renewals/parcels/carries-parcel"
export {
  RENEWAL_SHIPPING,
  renewalShipping,
  type OfferedShipping,
  type RenewalShipping,
  type RenewalShippingMethod,
  type RenewalShippingSetting,
  type SoldShipping,
} from "./renewals/parcels/renewal-shipping"
export { taxAddress, type TaxAddress } from "./renewals/tax-address"
export { renewalStatusAfter } from "./renewals/renewal-status-after"
export { saving, type Saving } from "./offers/saving"
export { amountsToReturn, type OrderPayment, type ReceivedFacts } from "./charges/amounts-to-return"
export { systemEntry } from "./subscriptions/system-entry"
export { returnedCharges } from "./charges/returned-charges"
export { settlementsOf, type RenewalSettlement, type Settlements } from "./charges/settlements-of"
export { checkDunningSettings, type DunningProblem } from "./dunning/check-dunning-settings"
export {
  decideDunning,
  dunningDates,
  resumeOf,
  type DunnedSubscription,
  type DunningDates,
  type DunningDecision,
  type DunningStep,
} from "./dunning/decide-dunning"
export { dueDateProblem } from "./dunning/due-date-problem"
export { retryNow, type RetryFacts } from "./dunning/retry-now"
export { resumeChange, suspendChange } from "./dunning/suspension-change"
export { methodChange, type ChangedMethod } from "./payment-methods/method-change"
export { dunned, type Dunned } from "./dunning/dunned"
export {
  DUNNING_DEFAULTS,
  DUNNING_STAGES,
  LAST_ACTIONS,
  LATE_PAYMENTS,
  MOST_DAYS,
  NETWORK_DAYS,
  NETWORK_TRIES,
  OFF,
  type DunningSettings,
  type DunningStage,
  type LastAction,
  type LatePayment,
} from "./dunning/dunning-settings"
export { mayTry, nextTry, type FailedTry } from "./dunning/next-try"
export { hasNoTryLeft, isLate, isOverdue, isUnderWay, lateOn, type OwedRenewal } from "./dunning/owed-renewal"
export { standingAfter, type Standing, type StandingRow, type StandingSettings } from "./dunning/standing"
export { cycleStart, cycleStartFrom, wholeCycleStart } from "./changes/cycle-start"
export type { BillingDay } from "./changes/first-period"
export {
  isSameInterval,
  changedColumns,
  type ChangedColumns,
  type ItemTerms,
  type AgreedTerms,
  type NewTerms,
  type TermsChange,
} from "./changes/changed-subscription"
export { choiceKey, chosenWith, itemsAfter, keyOfOption, optionsOf } from "./changes/items-after"
export type { OptionTerms } from "./changes/changed-subscription"
export { optionKeyOf, type LineOption } from "./cart/billing-line"
export { changeTotals, type ChangeTotals } from "./changes/change-totals"
export { lineCredit, paidLine, type CreditedLines, type LineCredit, type PaidLine } from "./changes/credited-line"
export { atOnceProblem, notAllowed, type AtOnceFacts, type ChangeProblem } from "./changes/change-limits"
export { decideChange, type ChangeDecision, type ChangeFacts, type ChangeTerms } from "./changes/decide-change"
export { addressChange, type WantedAddresses } from "./changes/address-change"
export {
  retainedUntil,
  retentionChange,
  retentionOffer,
  type RetentionOffer,
  type RetentionSettings,
} from "./changes/retention"
export { pauseChange, unpauseChange } from "./changes/pause-change"
export { wholeStart } from "./changes/whole-start"
export { creditElsewhere, paidElsewhere, type TaxedPrice } from "./changes/paid-elsewhere"
export { earlyRenewalChange, skipChange } from "./changes/next-cycle-change"
export { billedAhead } from "./changes/billed-ahead"
export { wholePrice } from "./changes/part-of-period"
export {
  isAskedAgain,
  isLeftToAsk,
  isOwed,
  KEY_EXPIRED,
  settlingFact,
  type OrderStanding,
  type SettlingFact,
} from "./charges/settling-fact"
export { invoiceFileRow, INVOICE_FILE_COLUMNS, type InvoiceOfFile } from "./invoices/invoice-file"
export { isOrderPaid } from "./invoices/is-order-paid"
export { planRefund, refundableOf, type RefundablePayment, type RefundPlan } from "./accounts/plan-refund"
export { standingOfOrder } from "./accounts/standing-of-order"
export { canSettle } from "./renewals/renewal-status-after"
export { settleCharges } from "./charges/settle-charges"
export { settleCharge, type SettledCharge } from "./charges/settle-charge"
export * from "./states"
export { statusAfterIssue } from "./renewals/status-after-issue"
export { termsOfLine, type TermsOfLine } from "./cart/terms-of-line"
export type * from "./types"
export { upcomingRenewal, type UpcomingRenewal } from "./renewals/upcoming-renewal"
export { validateOffer } from "./offers/validate-offer"
export { withoutTrial } from "./cart/without-trial"
export { advancedColumns, type AdvancedColumns } from "./renewals/advanced-columns"
export { attemptOf, recordedOutcome } from "./charges/attempt-of"
export { isOpenAttempt } from "./charges/is-open-attempt"
export {
  paymentReturnOf,
  returnTransactions,
  type PaymentReturnFacts,
  type ReturnedPayment,
} from "./charges/payment-return"
export { processingRenewal } from "./charges/processing-renewal"
export { refundedRenewal } from "./charges/refunded-renewal"
export {
  allBasePrices,
  basePriceAt,
  basePriceScope,
  plainBasePrices,
  type PriceColumns,
  type PricePlace,
} from "./offers/base-price"
export { ofMembers, type RenewalMember } from "./charges/members-of-renewal"
export type { ChargedRenewal, CollectibleRenewal, MovedMoney, RenewalCharge } from "./charges/charged-renewal"
export { chargedOf, chargesOf, type AmountTaken } from "./charges/charges-of"
export { collectionMethodOf } from "./subscriptions/collection-method-of"
export { disabledEverywhere, disabledVariants } from "./offers/disabled-variants"
export {
  draftOrderInvoice,
  type InvoicedContent,
  type OrderInvoiceInput,
  type OrderToInvoice,
} from "./invoices/draft-order-invoice"
export { draftRenewalInvoice, type RenewalDraft, type RenewalToInvoice } from "./renewals/draft-renewal-invoice"
export { eventsOfBatch, type HandledBatch } from "./renewals/events-of-batch"
export { missingTransactions, renewalTransactions, type RenewalTransaction } from "./charges/renewal-transactions"
export { openedEvents } from "./subscriptions/opened-events"
export {
  balanceUsedIn,
  numberedInvoice,
  seriesOf,
  numberInvoices,
  type NumberedInvoice,
  type UnnumberedInvoice,
} from "./invoices/number-invoices"
export { addedFeeParents, FEE_OF, feeParentOf, planAdminFees, type AdminLine, type FeePlan } from "./orders/added-fees"
export { adminTermsOfLine } from "./orders/admin-terms"
export { isWarningConfirmed, saleWarning, type SaleWarning } from "./orders/sale-warnings"
export { followLine, type FollowingItem, type ItemDecision, type LineTermsNow } from "./orders/follow-line"
export { invoiceCorrection, isCredit, owedForOrder, type OrderMoney } from "./orders/invoice-correction"
export { transferChange, type NewOwner } from "./orders/transfer-change"
export { offerAnswer } from "./offers/offer-answer"
export {
  durationOf,
  intervalOf,
  type CycleColumns,
  type OfferColumns,
  type SetupFeeColumns,
  type StoredOffer,
} from "./offers/offer-columns"
export { offerRows } from "./offers/offer-rows"
export { offerTerms, type LoadedOffer } from "./offers/offer-terms"
export { planBasePrices } from "./offers/plan-base-prices"
export {
  billsOf,
  billBegunCycles,
  newRenewal,
  renewalsIn,
  renewalsToBill,
  renewalsToSkip,
  skipsOf,
  type PlannedSubscription,
  type RenewalRecord,
} from "./renewals/planned-renewals"
export {
  goodsOf,
  planReservations,
  type PlannedReservation,
  type RenewalGoods,
  type StockItem,
  type StockLevel,
} from "./renewals/plan-reservations"
export {
  planPriceMigration,
  type MigrationTerms,
  type PartChange,
  type PriceChange,
  type PriceMigrationPlan,
} from "./subscriptions/plan-price-migration"
export { answerUntil, earliestPriceOn, tellOn, type PriceChangeTerms } from "./price-changes/price-change-dates"
export { hasPricesBefore, pricedOn, type PendingPrice } from "./price-changes/price-on"
export {
  decideReply,
  endWithoutConsent,
  isTimeUp,
  settlePriceChange,
  type PriceChangeFacts,
  type ReplyDecision,
  type SettleDecision,
} from "./price-changes/settle-price-change"
export { priceAnswerState, type PriceAnswerState } from "./price-changes/price-answer-state"
export type { RecurringTerms, RenewalDiscount, RenewedLine } from "./renewals/recurring-terms"
export { idsOfRenewal, renewalIds, renewalLineId, renewalLineKey, type RenewalIds } from "./renewals/renewal-ids"
export {
  leadsOf,
  renewalGroupKey,
  renewalGroups,
  type GroupedSubscription,
  type Leads,
  type RenewalGroup,
} from "./renewals/together/renewal-groups"
export { batchesOfCustomers } from "./renewals/together/batches-of-customers"
export { mergeRenewalOrders } from "./renewals/together/merge-renewal-orders"
export { renewalsOfDraft, type RenewalOfDraft } from "./renewals/together/renewals-of-draft"
export {
  composeRenewalOrder,
  type BilledItem,
  type BilledSubscription,
  type RenewalOrder,
  type RenewalTaxLine,
} from "./renewals/renewal-order"
export { settleBatch, type ChargedSubscription, type SettledBatch, type SettledRenewal } from "./charges/settle-batch"
export { storeProductAnswer, type StoreProduct } from "./offers/store-product-answer"
export {
  cancelChange,
  canceledChange,
  firstPaymentChange,
  undoCancelChange,
  type ChangeAnswer,
  type PlannedChange,
} from "./subscriptions/subscription-change"
export {
  billingDayOf,
  noticeOfRow,
  toSubscriptionFacts,
  type SubscriptionColumns,
} from "./subscriptions/subscription-columns"
export {
  makesSubscription,
  subscriptionIdOf,
  subscriptionOfLine,
  type SubscriptionContent,
  type SubscriptionOrder,
  type SubscriptionService,
} from "./subscriptions/subscription-of-line"
export { isTrialUnused } from "./subscriptions/is-trial-unused"
export type { SystemEntry } from "./subscriptions/system-entry"
export { upcomingInvoice, type UpcomingInvoice } from "./renewals/upcoming-invoice"
export { offerDeletion, type OfferDeletion } from "./offers/offer-deletion"
export { wantedOffer, withCycles, type OfferRequest } from "./offers/wanted-offer"
export { zeroCollections, type ZeroCollection } from "./invoices/zero-collections"
export { planOffer } from "./offers/plan-offer"
export type { Amount, OfferFacts, OfferPlan, StoredCycleFacts } from "./offers/plan-offer-types"
export { agreedColumns, type AgreedColumns } from "./subscriptions/agreed-columns"
export {
  splitOff,
  type MovedItem,
  type OrderedTerms,
  type NewSubscription,
  type WholeItem,
  type WholeSubscription,
} from "./subscriptions/split-off"
export { issuedLines, renewedLines, type IssuedLine } from "./renewals/renewed-lines"
export { withPackagePrices } from "./subscriptions/with-package-prices"
export {
  DATA_OF_EVERY_REMINDER,
  REMINDER_TEMPLATE_NAMES,
  REMINDER_TEMPLATES,
  type ReminderTemplate,
} from "./reminders/reminder-templates"
export {
  DEFAULT_REMINDER_SETTINGS,
  REMINDER_LANGUAGES,
  validateReminderSettings,
  type ReminderLanguage,
  type ReminderSettings,
  type ReminderSettingsProblem,
} from "./reminders/reminder-settings"
export { dueReminders, isStillDue, type ReminderMoment } from "./reminders/due-reminders"
export {
  isSameReminder,
  REMINDER_STATUSES,
  REMINDER_SUBJECTS,
  type ReminderKey,
  type ReminderStatus,
  type ReminderSubject,
} from "./reminders/reminder"
export type {
  RemindedAttempt,
  RemindedInvoice,
  RemindedMethod,
  RemindedSubscription,
  ReminderFacts,
} from "./reminders/reminder-facts"
export type {
  InvoiceReminderData,
  PriceReminderData,
  RemindedService,
  Reminder,
  ReminderData,
  RenewalReminderData,
} from "./reminders/reminder-data"
export { reminderLanguage, reminderLocale } from "./reminders/reminder-language"
export { isDirectDebit } from "./reminders/is-direct-debit"
export { MOST_SENDS, waitAfterFailure } from "./reminders/next-send"
export { lastDayOf } from "./reminders/reminders-of-subscription"
export { NEWS_DAYS } from "./reminders/due-step"
export {
  accountOf,
  invoiceAccount,
  invoiceStatus,
  receivedOf,
  type AccountEntry,
  type AccountSums,
  type InvoiceAccount,
} from "./accounts/invoice-account"
export {
  moveToBalance,
  shareBalances,
  usedAtIssueId,
  useOfBalance,
  type BalanceAsk,
  type BalanceMove,
  type NewBalanceEntry,
} from "./balance/balance-entry"
export { paymentsToGiveBack, secondPayment } from "./balance/second-payment"
export { withBalance } from "./balance/with-balance"
export { movedInUnits, type MovedOnPayment } from "./accounts/moved-in-units"
export { givenBackOf, orderEntries, type OrderReceipts } from "./accounts/order-entries"
export { changedLines, type ChangedLines } from "./credit-notes/changed-lines"
export { creditNote, type CreditRequest } from "./credit-notes/credit-note"
export { creditable, type CreditedInvoice } from "./credit-notes/credited-lines"
export { furtherInvoice } from "./credit-notes/further-invoice"
export { splitCredit, type InvoiceToCredit } from "./credit-notes/split-credit"
export {
  invoiceEntry,
  payingEntries,
  paymentEntries,
  refundEntries,
  type AccountOfInvoice,
  type EntryOrigin,
  type NewInvoiceEntry,
} from "./accounts/account-entries"
export {
  toRemindedAttempt,
  toRemindedInvoice,
  toRemindedSubscription,
  type RemindedAttemptColumns,
  type RemindedInvoiceColumns,
  type RemindedSubscriptionColumns,
} from "./reminders/reminded-columns"
export { isLinkGood, type LinkTerms } from "./payment-pages/is-link-good"
export { openAmount, paymentPageState, type PaymentPageFacts } from "./payment-pages/payment-page-state"
export { checkEInvoice, E_INVOICE_CHECKS } from "./documents/check-e-invoice"
export { documentGaps, RECORD_FIELDS, type RecordFacts, type RecordField } from "./documents/document-gaps"
export { documentName } from "./documents/document-name"
export type { EAddress, EInvoice, ELine, EParty, EPeriod, ETax, ETotals } from "./documents/e-invoice"
export { missingForEInvoice, type MissingField } from "./documents/missing-for-e-invoice"
export { hasReverseCharge } from "./documents/reverse-charge"
export { taxLabel } from "./documents/tax-label"
export { toEInvoice } from "./documents/to-e-invoice"
export { isIban, isQrIban, transferReference } from "./documents/transfer-reference"
export { logoProblem } from "./documents/logo-problem"
export { printedLines, type PrintedLine } from "./invoices/printed-lines"
export { contentsIn, isRoot, itemsInOrder } from "./subscriptions/items/items-in-order"
export { visibleItems } from "./subscriptions/items/visible-items"
export { splitItems, type SplitItem } from "./subscriptions/items/split-items"
export { renewedPackageLines } from "./renewals/renewed-package-lines"
export { addedContents } from "./orders/added-contents"
export { decideExit, EXIT_REASONS, lastDayToWithdraw, type ExitDecision, type ExitReason } from "./exits/decide-exit"
export {
  EXIT_FIELDS,
  readExitForm,
  type ExitField,
  type ExitForm,
  type ExitFormAnswer,
  type ExitProblem,
} from "./exits/exit-form"
export { declaredRows, exitReceipt, exitTime, type ExitReceipt, type ReceivedExit } from "./exits/exit-receipt"
export { DEFAULT_EXIT_REGION, type ExitRegionSettings, type ExitSettings } from "./exits/exit-settings"
export { EXIT_WORDS, type ExitWords } from "./exits/exit-words"
export { matchExit, matchOf, type ExitCandidate, type ExitMatch } from "./exits/match-exit"
export { isRobot } from "./exits/robots"
export {
  COUNTED_EVENTS,
  FIGURES,
  MOVEMENT_KINDS,
  UPCOMING_DAYS,
  type CountedEvent,
  type Figure,
  type MovementKind,
} from "./figures/figure-kinds"
export { figureMovement, type FigureMovement } from "./figures/figure-movement"
export { subscriptionFigure, type FiguredLine, type SubscriptionFigure } from "./figures/subscription-figure"
export { figureRange, type FigureRange } from "./figures/figure-range"
export { FIGURE_FILE_COLUMNS, figureSums, type DayFigures } from "./figures/figure-sums"
export { cycleOfLink } from "./offers/links/cycle-of-link"
export { landing, LINK_ACTS, type LandingSettings, type LinkAct } from "./offers/links/landing"
export { crossSellsOfCart, type CrossSell } from "./offers/cross-sells/cross-sells-of-cart"
export { offerOfClone, type ClonedVariant } from "./offers/clone/offer-of-clone"
export { IMPORT_COLUMNS, type ImportColumn } from "./imports/import-columns"
export { IMPORT_FORMATS, type ImportFormatName } from "./imports/formats/import-formats"
export type { CheckRowContext } from "./imports/check-row"
export type { FileAddress, FileSubscription } from "./imports/file-subscription"
export { importedDates, type ImportedDates } from "./imports/imported-dates"
export {
  planSubscriptionsImport,
  type ImportCustomer,
  type ImportFacts,
  type ImportProduct,
  type PlannedRow,
  type SubscriptionsPlan,
} from "./imports/plan-import"
export type { ImportCurrencySum, ImportMonthSum, ImportSums } from "./imports/prove-import"
// What reads files is not here: it needs Node, and the admin imports this.
export * from "./accounts"
export * from "./balance"
export * from "./cart"
export * from "./changes"
export * from "./charges"
export * from "./credit-notes"
export * from "./documents"
export * from "./dunning"
export * from "./exits"
export * from "./figures"
export * from "./imports"
export * from "./invoices"
export * from "./offer-requests"
export * from "./offers"
export * from "./orders"
export * from "./payment-methods"
export * from "./payment-pages"
export * from "./price-changes"
export * from "./reminders"
export * from "./renewals"
export * from "./subscriptions"
export { BILLING_EVENTS, type BillingEvent, type BillingEventName, type SubscriptionChangeType } from "./events"
export * from "./states"
export type * from "./types"
