import type { CivilDate } from "../../calendar"
import type { Decimal } from "../../money"
import type { ChargeStatus, CollectionMethod, InvoiceKind, PriceChangeStatus, RenewalStatus } from "../states"
import type { SubscriptionFacts } from "../types"

/** What reminders of a subscription are decided on. */
export interface RemindedSubscription {
  kind: "subscription"
  subscription: SubscriptionFacts
  customerId: string | null
  /** The running period's first day, in a trial the day on which it was bought; null: not known. */
  startedOn: CivilDate | null
  method: RemindedMethod | null
  /** The day on which it was last suspended, and on which it was ended for not being paid; null: never. */
  suspendedOn: CivilDate | null
  terminatedOn: CivilDate | null
  /** It is for something else from its end on, and does not expire (B3). */
  isToChange?: boolean
  /** A new price that is not over; null or left out: none. */
  priceChange?: RemindedPriceChange | null
}

export interface RemindedPriceChange {
  id: string
  status: PriceChangeStatus
  tellOn: CivilDate
  effectiveOn: CivilDate
  answerUntil: CivilDate | null
}

export interface RemindedMethod {
  /** The provider's own id. */
  id: string
  /** The month up to whose end it can be charged, `YYYY-MM`; null: it does not expire, or nobody knows. */
  expires: string | null
  isDirectDebit: boolean
}

export interface RemindedInvoice {
  kind: "invoice"
  id: string
  documentKind: InvoiceKind
  /** It still asks for money. */
  isOpen: boolean
  issuedOn: CivilDate
  dueOn: CivilDate
  /** Of the last payment; null: nothing was paid, or its day is not known. */
  paidOn: CivilDate | null
  paidTotal: Decimal
  /** null: paid with the order. */
  collectionMethod: CollectionMethod | null
  isOfRenewal: boolean
  /** It is of what an edit of its order came to beyond what was paid with it. Left out: it is not. */
  isOfEdit?: boolean
  /** A charge of it is under way, or a payment that the customer has begun on its page, or another charge is planned. */
  isBeingCollected: boolean
  /** The latest of its payments that was taken back and has not come back; null or left out: none. */
  returned?: { id: string; on: CivilDate } | null
}

/** The latest attempt to collect a renewal. */
export interface RemindedAttempt {
  kind: "renewal"
  renewalId: string
  renewalStatus: RenewalStatus
  dueOn: CivilDate
  number: number
  status: ChargeStatus
  attemptedOn: CivilDate
}

export type ReminderFacts = RemindedSubscription | RemindedInvoice | RemindedAttempt
