import type { CivilDate, Interval } from "../calendar"
import type { Decimal } from "../money"
import type { BillingDay, FirstDates } from "./changes/first-period"
import type { ChargeStatus, CollectionMethod, PaymentType, SubscriptionStatus } from "./states"

/** A product's offer, as set by the merchant (B1). */
export interface OfferTerms {
  id: string
  productId: string
  paymentType: PaymentType
  hidden: boolean
  onRequest: boolean
  trialDays: number | null
  /** Length of a free offer with a duration; null otherwise. */
  duration: Interval | null
  collectionMethod: CollectionMethod | null
  /** It expires after so many cycles (B5b); null or left out: never. */
  cycleLimit?: number | null
  /** All its subscriptions are billed on this day (B5a). */
  billingDay?: BillingDay | null
  /** From the order on, and before a cancellation takes effect (B23). */
  minimumTerm?: Interval | null
  notice?: Interval | null
}

/** One cycle of an offer with the figures of one currency. `interval` is null for what never renews. */
export interface CycleTerms {
  id: string
  variantId: string
  interval: Interval | null
  /** The variant's base price in the currency (no price list); null where there is none. */
  basePrice: Decimal | null
  /** Set-up fee per unit; null where there is none in the currency. */
  setupFee: Decimal | null
}

/** The terms of a cart line, frozen in the line's record and then in the subscription. */
export type LineTerms =
  | { kind: "free"; duration: Interval | null; setupFee: null }
  | { kind: "lifetime"; setupFee: Decimal | null }
  | {
      kind: "recurring"
      interval: Interval
      setupFee: Decimal | null
      /** 0: no trial. */
      trialDays: number
      collectionMethod: CollectionMethod | null
      cycleLimit?: number
      billingDay?: BillingDay
      /** What the order pays for, where the offer has a billing day; left out: a whole period from its date on. */
      firstPeriod?: FirstDates
      minimumTerm?: Interval
      notice?: Interval
    }

/** The facts of a subscription that billing decides on. Dates are the store's civil dates. */
export interface SubscriptionFacts {
  id: string
  status: SubscriptionStatus
  paymentType: PaymentType
  anchorOn: CivilDate
  /** The cycle that starts on the anchor. */
  anchorCycle: number
  interval: Interval
  nextCycle: number
  /** The first day of the next cycle where a change has it begin within its period; null: it is whole. */
  partFrom?: CivilDate | null
  /** The first day of the whole period that runs, where a pause has moved it; null: the anchor says it. */
  wholeFrom?: CivilDate | null
  /** The date on which the next cycle is billed before it starts (B31); null: it is not. */
  earlyOn?: CivilDate | null
  nextDueOn: CivilDate | null
  /** When the period ends that was billed last: before the next cycle starts, where one is skipped; null: none was billed. */
  billedUntil?: CivilDate | null
  expiresOn: CivilDate | null
  /** Before this date, and sooner than the notice, no cancellation takes effect (B23). */
  minimumTermOn?: CivilDate | null
  notice?: Interval | null
  cancelOn: CivilDate | null
  collectionMethod: CollectionMethod
  hasPaymentMethod: boolean
}

/** One thing that a billing run does to one subscription, in order. */
export type RenewalDecision =
  | {
      kind: "bill"
      cycle: number
      periodStart: CivilDate
      periodEnd: CivilDate
      dueOn: CivilDate
      /** The whole period, where a part of it is billed (B25). */
      partOf?: { start: CivilDate; end: CivilDate }
    }
  | {
      kind: "skip"
      cycle: number
      periodStart: CivilDate
      periodEnd: CivilDate
      dueOn: CivilDate
      reason: "missed_cycle"
    }
  | { kind: "end"; to: "canceled" | "expired"; on: CivilDate }
  | { kind: "wait"; reason: "not_due" | "not_billable" }

/** What a provider's answer to a charge means. `unknown` must be reconciled before anything else is charged. */
export interface ChargeOutcome {
  status: Exclude<ChargeStatus, "started" | "returned" | "reversed">
  /** The provider's own code or message; null when paid. */
  reason: string | null
}

export type BillDecision = Extract<RenewalDecision, { kind: "bill" }>
export type SkipDecision = Extract<RenewalDecision, { kind: "skip" }>
export type EndDecision = Extract<RenewalDecision, { kind: "end" }>

/**
 * The state of a first order's payment. `none_due`: its total is zero. `canceled` and `refunded` mean the whole of it.
 */
export type FirstPayment = "none_due" | "pending" | "authorized" | "captured" | "canceled" | "refunded"

/** Which state of the first payment starts a subscription: a setting. */
export type ActivateOn = "authorized" | "captured"

/** What a full refund of the first order does to its subscription: a setting. */
export type OnFullRefund = "cancel" | "keep"
