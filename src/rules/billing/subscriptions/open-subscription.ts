import { addDays, addInterval, type CivilDate, type Interval } from "../../calendar"
import { isPaidEnough } from "./is-paid-enough"
import { issueDate, type IssueSettings } from "../renewals/issue-date"
import type { SubscriptionStatus } from "../states"
import type { ActivateOn, FirstPayment, LineTerms, OnFullRefund } from "../types"

export interface OpenedSubscription {
  status: SubscriptionStatus
  anchorOn: CivilDate
  nextCycle: number
  nextDueOn: CivilDate | null
  periodStart: CivilDate | null
  periodEnd: CivilDate | null
  trialEndOn: CivilDate | null
  expiresOn: CivilDate | null
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
 * `pending` one has its dates already, but no run bills it before it is activated.
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
        terms.trialDays > 0 ? openTrial(orderedOn, terms.trialDays) : openPaid(facts, terms.interval),
      )
  }
}

function openFree(orderedOn: CivilDate, duration: Interval): OpenedSubscription {
  const expiresOn = addInterval(orderedOn, duration)
  return {
    status: "active",
    anchorOn: orderedOn,
    nextCycle: 1,
    nextDueOn: expiresOn,
    periodStart: orderedOn,
    periodEnd: expiresOn,
    trialEndOn: null,
    expiresOn,
  }
}

function openTrial(orderedOn: CivilDate, trialDays: number): OpenedSubscription {
  const trialEndOn = addDays(orderedOn, trialDays)
  return {
    status: "trialing",
    anchorOn: trialEndOn,
    nextCycle: 0,
    nextDueOn: trialEndOn,
    periodStart: null,
    periodEnd: null,
    trialEndOn,
    expiresOn: null,
  }
}

function openPaid({ orderedOn, issue }: OpenSubscriptionFacts, interval: Interval): OpenedSubscription {
  const periodEnd = addInterval(orderedOn, interval)
  return {
    status: "active",
    anchorOn: orderedOn,
    nextCycle: 1,
    nextDueOn: issueDate({ cycle: 1, dueOn: periodEnd }, issue),
    periodStart: orderedOn,
    periodEnd,
    trialEndOn: null,
    expiresOn: null,
  }
}

/** Applies the first payment's state to a subscription that would run if it were paid. */
function closedUnlessPaid(facts: OpenSubscriptionFacts, opened: OpenedSubscription): OpenedSubscription {
  const isRefunded = facts.payment === "refunded"
  if (facts.payment === "canceled" || (isRefunded && facts.onFullRefund !== "keep")) {
    return { ...opened, status: "canceled", nextDueOn: null }
  }
  return isRefunded || isPaidEnough(facts.payment, facts.activateOn) ? opened : { ...opened, status: "pending" }
}
