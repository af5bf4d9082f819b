import type { CivilDate } from "../../calendar"
import type { Decimal } from "../../money"
import type {
  ChargeStatus,
  CollectionMethod,
  InvoiceKind,
  InvoicePaymentStatus,
  PriceChangeStatus,
  RenewalStatus,
} from "../states"
import { toSubscriptionFacts, type SubscriptionColumns } from "../subscriptions/subscription-columns"
import { isDirectDebit } from "./is-direct-debit"
import type {
  RemindedAttempt,
  RemindedInvoice,
  RemindedMethod,
  RemindedPriceChange,
  RemindedSubscription,
} from "./reminder-facts"

export interface RemindedSubscriptionColumns extends SubscriptionColumns {
  customer_id: string | null
  started_on: CivilDate | null
  suspended_on: CivilDate | null
  terminated_on: CivilDate | null
  is_to_change: boolean
  price_change: RemindedPriceColumns | null
}

export interface RemindedPriceColumns {
  id: string
  status: PriceChangeStatus
  tell_on: CivilDate
  effective_on: CivilDate
  answer_until: CivilDate | null
}

export interface RemindedInvoiceColumns {
  id: string
  kind: InvoiceKind
  issued_on: CivilDate
  due_on: CivilDate
  renewal_id: string | null
  subscription_id: string | null
  customer_id: string | null
  /** null: a credit note, which nobody pays. */
  status: InvoicePaymentStatus | null
  paid_on: CivilDate | null
  paid_total: Decimal | null
  collection_method: CollectionMethod | null
  is_of_edit: boolean
  is_being_collected: boolean
  returned: { id: string; on: CivilDate } | null
}

/** The latest attempt of a renewal. */
export interface RemindedAttemptColumns {
  renewal_id: string
  number: number
  status: ChargeStatus
  reason: string | null
  as_of: CivilDate
  payment_method: Record<string, unknown> | null
  renewal_status: RenewalStatus
  due_on: CivilDate
  collect_on: CivilDate | null
  invoice_id: string | null
  subscription_id: string
  customer_id: string | null
}

export const toRemindedSubscription = (row: RemindedSubscriptionColumns): RemindedSubscription => ({
  kind: "subscription",
  subscription: toSubscriptionFacts(row),
  customerId: row.customer_id,
  startedOn: row.started_on,
  method: row.payment_method && toRemindedMethod(row.payment_method),
  suspendedOn: row.suspended_on,
  terminatedOn: row.terminated_on,
  isToChange: row.is_to_change,
  priceChange: row.price_change && toRemindedPrice(row.price_change),
})

const toRemindedPrice = (row: RemindedPriceColumns): RemindedPriceChange => ({
  id: row.id,
  status: row.status,
  tellOn: row.tell_on,
  effectiveOn: row.effective_on,
  answerUntil: row.answer_until,
})

function toRemindedMethod({ id, brand, expires }: Record<string, unknown>): RemindedMethod | null {
  const text = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null)
  const own = text(id)
  return own === null ? null : { id: own, expires: text(expires), isDirectDebit: isDirectDebit(text(brand)) }
}

export const toRemindedInvoice = (row: RemindedInvoiceColumns): RemindedInvoice => ({
  kind: "invoice",
  id: row.id,
  documentKind: row.kind,
  isOpen: row.status === "open" || row.status === "partly_paid",
  issuedOn: row.issued_on,
  dueOn: row.due_on,
  paidOn: row.paid_on,
  paidTotal: row.paid_total ?? "0",
  collectionMethod: row.collection_method,
  isOfRenewal: row.renewal_id !== null,
  isOfEdit: row.is_of_edit,
  isBeingCollected: row.is_being_collected,
  returned: row.returned,
})

export const toRemindedAttempt = (row: RemindedAttemptColumns): RemindedAttempt => ({
  kind: "renewal",
  renewalId: row.renewal_id,
  renewalStatus: row.renewal_status,
  dueOn: row.due_on,
  number: row.number,
  status: row.status,
  attemptedOn: row.as_of,
})
