/** The rules of billing. They decide; workflows write. */
export { advanceSubscription, type SubscriptionPosition } from "./advance-subscription"
export { advancedColumns, type AdvancedColumns } from "./advanced-columns"
export { checkRunDate } from "./check-run-date"
export { decideRenewals, type RenewalSettings } from "./decide-renewals"
export { draftRenewalInvoice, type RenewalDraft, type RenewalToInvoice } from "./draft-renewal-invoice"
export { eventsOfBatch, type HandledBatch } from "./events-of-batch"
export { issueDate, type IssueSettings } from "./issue-date"
export { nextBill, type NextBill } from "./next-bill"
export { nextDueOn } from "./next-due-on"
export { carriesParcel, type ParcelSibling, type ParcelSubscription } from "./parcels/carries-parcel"
export {
  RENEWAL_SHIPPING,
  renewalShipping,
  type OfferedShipping,
  type RenewalShipping,
  type RenewalShippingMethod,
  type RenewalShippingSetting,
  type SoldShipping,
} from "./parcels/renewal-shipping"
export {
  goodsOf,
  planReservations,
  type PlannedReservation,
  type RenewalGoods,
  type StockItem,
  type StockLevel,
} from "./plan-reservations"
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
} from "./planned-renewals"
export type { RecurringTerms, RenewalDiscount, RenewedLine } from "./recurring-terms"
export { idsOfRenewal, renewalIds, renewalLineId, renewalLineKey, type RenewalIds } from "./renewal-ids"
export {
  composeRenewalOrder,
  type BilledItem,
  type BilledSubscription,
  type RenewalOrder,
  type RenewalTaxLine,
} from "./renewal-order"
export { renewalStatusAfter } from "./renewal-status-after"
export { canSettle } from "./renewal-status-after"
export { issuedLines, renewedLines, type IssuedLine } from "./renewed-lines"
export { renewedPackageLines } from "./renewed-package-lines"
export { renewsOn } from "./renews-on"
export { statusAfterIssue } from "./status-after-issue"
export { sumsOfDrafts, type CountedSum, type DraftSums } from "./sums-of-drafts"
export { taxAddress, type TaxAddress } from "./tax-address"
export { batchesOfCustomers } from "./together/batches-of-customers"
export { mergeRenewalOrders } from "./together/merge-renewal-orders"
export {
  leadsOf,
  renewalGroupKey,
  renewalGroups,
  type GroupedSubscription,
  type Leads,
  type RenewalGroup,
} from "./together/renewal-groups"
export { renewalsOfDraft, type RenewalOfDraft } from "./together/renewals-of-draft"
export { upcomingInvoice, type UpcomingInvoice } from "./upcoming-invoice"
export { upcomingRenewal, type UpcomingRenewal } from "./upcoming-renewal"
