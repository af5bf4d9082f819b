import { addInterval, compareDates, type CivilDate, type Interval, type Period } from "../../calendar"
import { round, type Decimal } from "../../money"
import type { PaymentType, SubscriptionStatus } from "../states"
import { isSameInterval } from "./changed-subscription"
import { firstPeriod, hasBillingDay, type BillingDay } from "./first-period"
import { balanceOf, prorate, type PaidStretch, type Proration } from "./prorate"
import { unusedCredit } from "./unused-credit"

/** What a subscription is for: the price of a whole period is net of the discounts that go on. */
export interface ChangeTerms {
  cycleId: string
  quantity: number
  paymentType: PaymentType
  /** null: it is paid once. */
  interval: Interval | null
  price: Decimal
  currency: string
  /** Tells choices of options apart (S3). */
  choice?: string
  /** It is billed on this day: what starts between is a part (B5a). */
  billingDay?: BillingDay | null
}

export interface ChangeFacts {
  status: SubscriptionStatus
  terms: ChangeTerms
  /** The billed period that `asOf` lies in; null: nothing is billed yet, or the period is over. */
  period: Period | null
  /** What covers the rest of that period; null: nothing was charged for it. */
  paid: PaidStretch | null
  cancelOn: CivilDate | null
  /** When the last of a fixed number of cycles ends (B5b), or what is free for a while (B3). */
  expiresOn?: CivilDate | null
  /** When the next cycle begins: later than the period ends, where one is skipped. */
  nextOn?: CivilDate
  /** The next cycle is a part that leads to its billing day: the period does not end on that (B5a). */
  isPartNext?: boolean
  /** A charge is under way, or its outcome is unknown. */
  isCharging: boolean
}

export type ChangeDecision =
  /** The new terms hold from `on`; the due dates stay. */
  | ({ kind: "prorate"; on: CivilDate; period: Period } & Proration)
  /** A full period of the new terms starts on `on`, which is the new anchor. */
  | {
      kind: "restart"
      on: CivilDate
      period: Period
      credit: Decimal
      charge: Decimal
      due: Decimal
      toBalance: Decimal
    }
  /** Nothing is charged: the next bill is of the new terms. */
  | { kind: "replace"; on: CivilDate }
  | { kind: "schedule"; on: CivilDate }
  | { kind: "refuse"; field: "cycle_id" | "quantity" | "when" | null; reason: string }

const NOT_CHANGEABLE: Partial<Record<SubscriptionStatus, string>> = {
  pending: "Its first payment is not settled yet",
  past_due: "What is overdue has to be settled before it can be changed",
  suspended: "It is suspended: resume it before changing it",
  paused: "It is paused: resume it before changing it",
  canceled: "It is canceled, which is final",
  expired: "It is expired, which is final",
}

/**
 * What a change of product, cycle or quantity does (B25). At the period's end it is only noted. Now, with the same
 * interval, the rest of the period is prorated and the due date stays; with another interval, or from what was free, a
 * full period starts on that day. In a trial the new terms replace the old ones, and the trial goes on.
 */
export function decideChange(
  facts: ChangeFacts,
  { to, when, asOf }: { to: ChangeTerms; when: "now" | "period_end"; asOf: CivilDate },
): ChangeDecision {
  const refusal = refusalOf(facts, to)
  if (refusal) {
    return refusal
  }
  if (facts.status === "trialing") {
    return { kind: "replace", on: asOf }
  }
  const { period } = facts
  if (when === "period_end") {
    return atPeriodEnd(facts, asOf)
  }
  if (to.interval === null) {
    return refuse("cycle_id", "It is paid once: a subscription changes to what recurs only")
  }
  const isKept =
    facts.terms.paymentType === "recurring" && !facts.isPartNext && isKeptInterval(facts.terms.interval, to.interval)
  if (isKept && period && facts.paid) {
    return { kind: "prorate", on: asOf, period, ...proration(facts.paid, { period, to, asOf }) }
  }
  return restart(facts, { to, interval: to.interval, asOf })
}

/** With the next cycle; of what is free for a while, when that is over: until then it stays what it is (B3). */
function atPeriodEnd({ terms, period, expiresOn = null, nextOn }: ChangeFacts, asOf: CivilDate): ChangeDecision {
  if (terms.paymentType === "free" && expiresOn !== null) {
    return { kind: "schedule", on: expiresOn }
  }
  const on = period && (nextOn ?? period.end)
  if (on !== null && expiresOn !== null && compareDates(expiresOn, on) <= 0) {
    return refuse("when", `It ends on ${expiresOn}: it can be changed now, not at the period's end`)
  }
  return on === null ? { kind: "replace", on: asOf } : { kind: "schedule", on }
}

function refusalOf(facts: ChangeFacts, to: ChangeTerms): Extract<ChangeDecision, { kind: "refuse" }> | null {
  const reason = NOT_CHANGEABLE[facts.status]
  if (reason) {
    return refuse(null, reason)
  }
  if (facts.isCharging) {
    return refuse(null, "A charge of it is under way: wait until its outcome is known")
  }
  if (facts.cancelOn !== null) {
    return refuse(null, `It is to be canceled on ${facts.cancelOn}: undo that before changing it`)
  }
  if (to.currency.toLowerCase() !== facts.terms.currency.toLowerCase()) {
    return refuse("cycle_id", `It is paid in ${facts.terms.currency.toUpperCase()}, which a change keeps`)
  }
  if (!Number.isInteger(to.quantity) || to.quantity < 1) {
    return refuse("quantity", "At least one unit")
  }
  const isSameChoice = (to.choice ?? "") === (facts.terms.choice ?? "")
  if (to.cycleId === facts.terms.cycleId && to.quantity === facts.terms.quantity && isSameChoice) {
    return refuse("cycle_id", "It is what the subscription is for already")
  }
  return null
}

function proration(
  paid: PaidStretch,
  { period, to, asOf }: { period: Period; to: ChangeTerms; asOf: CivilDate },
): Proration {
  return prorate({ period, paid, price: to.price, changeOn: asOf, currency: to.currency })
}

function restart(
  { paid, terms }: ChangeFacts,
  { to, interval, asOf }: { to: ChangeTerms; interval: Interval; asOf: CivilDate },
): ChangeDecision {
  const credit = paid ? unusedCredit(paid, asOf, terms.currency) : round("0", terms.currency)
  const { period, price } = startedPeriod(asOf, interval, to)
  const charge = round(price, to.currency)
  return { kind: "restart", on: asOf, period, ...balanceOf({ credit, charge }, to.currency) }
}

/** A full period; with a billing day, the part that leads to it. */
function startedPeriod(
  asOf: CivilDate,
  interval: Interval,
  { price, currency, billingDay }: ChangeTerms,
): { period: Period; price: Decimal } {
  return billingDay && hasBillingDay(interval)
    ? firstPeriod({ orderedOn: asOf, interval, billingDay }, { price, currency })
    : { period: { start: asOf, end: addInterval(asOf, interval) }, price }
}

const refuse = (
  field: Extract<ChangeDecision, { kind: "refuse" }>["field"],
  reason: string,
): Extract<ChangeDecision, { kind: "refuse" }> => ({ kind: "refuse", field, reason })

const isKeptInterval = (one: Interval | null, other: Interval): boolean => one !== null && isSameInterval(one, other)
