export { agreedColumns, type AgreedColumns } from "./agreed-columns"
export { BILLABLE_STATUSES, FINAL_STATUSES, isBillable, isFinal } from "./billable"
export { canTransition, TRANSITIONS, type TransitionAnswer } from "./can-transition"
export { collectionMethodOf } from "./collection-method-of"
export { decideCancel, type CancelDecision, type CancelRequest } from "./decide-cancel"
export { decidePriceMigration, type PriceMigration, type ItemPrice } from "./decide-price-migration"
export { decideSplit, type SplitDecision } from "./decide-split"
export { decideUndoCancel, type UndoCancelDecision } from "./decide-undo-cancel"
export { firstPaymentOf, type OrderPaymentFacts } from "./first-payment-of"
export { isPaidEnough } from "./is-paid-enough"
export { isTrialUnused } from "./is-trial-unused"
export { contentsIn, isRoot, itemsInOrder } from "./items/items-in-order"
export { splitItems, type SplitItem } from "./items/split-items"
export { visibleItems } from "./items/visible-items"
export { onFirstPayment, type FirstPaymentDecision, type FirstPaymentFacts } from "./on-first-payment"
export { openSubscription, type OpenedSubscription, type OpenSubscriptionFacts } from "./open-subscription"
export { openedEvents } from "./opened-events"
export {
  planPriceMigration,
  type MigrationTerms,
  type PartChange,
  type PriceChange,
  type PriceMigrationPlan,
} from "./plan-price-migration"
export { onceSoldStanding, subscriptionStanding, type SoldStanding } from "./sold-standing"
export {
  splitOff,
  type MovedItem,
  type OrderedTerms,
  type NewSubscription,
  type WholeItem,
  type WholeSubscription,
} from "./split-off"
export {
  cancelChange,
  canceledChange,
  earliestEndOf,
  firstPaymentChange,
  undoCancelChange,
  type ChangeAnswer,
  type PlannedChange,
} from "./subscription-change"
export { billingDayOf, noticeOfRow, toSubscriptionFacts, type SubscriptionColumns } from "./subscription-columns"
export {
  makesSubscription,
  subscriptionIdOf,
  subscriptionOfLine,
  type SubscriptionContent,
  type SubscriptionOrder,
  type SubscriptionService,
} from "./subscription-of-line"
export { systemEntry } from "./system-entry"
export type { SystemEntry } from "./system-entry"
export { withPackagePrices } from "./with-package-prices"
