import { addDays, addInterval, type CivilDate, type Interval, type Period } from "../../calendar"
import { expiryOf } from "../changes/expiry-of"
import { startingOn } from "../changes/starting-on"
import { isPaidEnough } from "./is-paid-enough"
import { issueDate, type IssueSettings } from "../renewals/issue-date"
import type { SubscriptionStatus } from "../states"
import type { ActivateOn, FirstPayment, LineTerms, OnFullRefund } from "../types"

type RecurringTerms = Extract<LineTerms, { kind: "recurring" }>

export interface OpenedSubscription {
  status: SubscriptionStatus
  anchorOn: CivilDate
  /** The cycle that starts on the anchor. */
  anchorCycle: number
  /** The first day of the next cycle where that is a part of its period (B5a); null: it is whole. */
  partFrom: CivilDate | null
  nextCycle: number
  nextDueOn: CivilDate | null
  periodStart: CivilDate | null
  periodEnd: CivilDate | null
  trialEndOn: CivilDate | null
  expiresOn: CivilDate | null
  /** The cycle at whose start it expires (B5b); null: none. */
  endCycle: number | null
}

export interface OpenSubscriptionFacts {
  terms: LineTerms
  orderedOn: CivilDate
  payment: FirstPayment
  activateOn: ActivateOn
  /** Left out: `cancel`. */
  onFullRefund?: OnFullRefund
  /** How its renewals are issued; left out: on the day on which they are due. */
  issue?: IssueSettings
}

/**
 * The subscription of an order line, or null if it has none: lifetime offers, and free ones without an end (B3, B4,
 * B20).
 *
 * Paid: the order is cycle 0, the anchor is the date of the order, cycle 1 is billed next. In a trial: the anchor is
 * the trial's end, cycle 0 is billed then, and no period runs before (B14). Free with a duration: it expires. A
 * `pending` one has its dates already, but no run bills it before it is activated. With a billing day, the first period
 * is the part that the cart has charged; where a whole one was charged, or none in a trial, the next one is the part
 * (B5a).
 */
export function openSubscription(facts: OpenSubscriptionFacts): OpenedSubscription | null {
  const { terms, orderedOn } = facts
  switch (terms.kind) {
    case "lifetime":
      return null
    case "free":
      return terms.duration && closedUnlessPaid(facts, openFree(orderedOn, terms.duration))
    case "recurring":
      return closedUnlessPaid(
        facts,
        withEnd(terms.trialDays > 0 ? openTrial(orderedOn, terms) : openPaid(facts, terms), terms),
      )
  }
}

function openFree(orderedOn: CivilDate, duration: Interval): OpenedSubscription {
  const expiresOn = addInterval(orderedOn, duration)
  return {
    status: "active",
    anchorOn: orderedOn,
    ...WHOLE,
    nextCycle: 1,
    nextDueOn: expiresOn,
    periodStart: orderedOn,
    periodEnd: expiresOn,
    trialEndOn: null,
    expiresOn,
    endCycle: null,
  }
}

function openTrial(orderedOn: CivilDate, terms: RecurringTerms): OpenedSubscription {
  const trialEndOn = addDays(orderedOn, terms.trialDays)
  return {
    status: "trialing",
    ...startingOn(trialEndOn, 0, terms),
    nextCycle: 0,
    nextDueOn: trialEndOn,
    periodStart: null,
    periodEnd: null,
    trialEndOn,
    expiresOn: null,
    endCycle: null,
  }
}

function openPaid({ orderedOn, issue }: OpenSubscriptionFacts, terms: RecurringTerms): OpenedSubscription {
  const period = terms.firstPeriod?.period ?? { start: orderedOn, end: addInterval(orderedOn, terms.interval) }
  return {
    status: "active",
    ...paidAnchor(period, terms),
    nextCycle: 1,
    nextDueOn: issueDate({ cycle: 1, dueOn: period.end }, issue),
    periodStart: period.start,
    periodEnd: period.end,
    trialEndOn: null,
    expiresOn: null,
    endCycle: null,
  }
}

const WHOLE = { anchorCycle: 0, partFrom: null }

/** Cycle 0 was paid for: the part that the cart has charged, or a whole period, after which the part comes. */
function paidAnchor(period: Period, terms: RecurringTerms) {
  if (!terms.billingDay) {
    return { anchorOn: period.start, ...WHOLE }
  }
  return terms.firstPeriod
    ? { ...startingOn(period.start, 0, terms), partFrom: null }
    : startingOn(period.end, 1, terms)
}

/** It expires after so many cycles (B5b), of which a part of a period is one. */
export function withEnd(
  opened: OpenedSubscription,
  { interval, cycleLimit }: Pick<RecurringTerms, "interval" | "cycleLimit">,
): OpenedSubscription {
  const endCycle = cycleLimit ?? null
  return endCycle === null ? opened : { ...opened, endCycle, expiresOn: expiryOf({ ...opened, interval }, endCycle) }
}

/** Applies the first payment's state to a subscription that would run if it were paid. */
function closedUnlessPaid(facts: OpenSubscriptionFacts, opened: OpenedSubscription): OpenedSubscription {
  const isRefunded = facts.payment === "refunded"
  if (facts.payment === "canceled" || (isRefunded && facts.onFullRefund !== "keep")) {
    return { ...opened, status: "canceled", nextDueOn: null }
  }
  return isRefunded || isPaidEnough(facts.payment, facts.activateOn) ? opened : { ...opened, status: "pending" }
}
