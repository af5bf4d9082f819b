import { compareDates, period, type CivilDate } from "../calendar"
import { isBillable, isFinal } from "./billable"
import { endOf, isBefore } from "./end-of"
import { issueDate } from "./issue-date"
import type { BillDecision, RenewalDecision, SkipDecision, SubscriptionFacts } from "./types"

export interface RenewalSettings {
  asOf: CivilDate
  /** After a downtime: each missed cycle, or the current one with the earlier ones skipped (B35). */
  catchUp: "each" | "current"
  /** The most cycles that one call decides, skipped ones counted; the next call goes on from there. */
  catchUpLimit: number
  invoiceDaysBefore: number
}

/**
 * What a billing run does to one subscription on a date, in order; never an empty list (B30, B35). Cycles that start
 * on or after its end are not billed, and the end comes last, when every earlier cycle is dealt with.
 */
export function decideRenewals(subscription: SubscriptionFacts, settings: RenewalSettings): RenewalDecision[] {
  if (isFinal(subscription.status)) {
    return [{ kind: "wait", because: "not_billable" }]
  }
  const billable = isBillable(subscription)
  const cycles = billable ? dueCycles(subscription, settings) : []
  const decisions: RenewalDecision[] = cycles.slice(0, settings.catchUpLimit)
  const end = endOf(subscription)
  if (end && decisions.length === cycles.length && !isBefore(settings.asOf, end)) {
    decisions.push(end)
  }
  return decisions.length > 0 ? decisions : [{ kind: "wait", because: billable ? "not_due" : "not_billable" }]
}

/** The cycles that are to be issued by `asOf`; one more than the limit at most, which tells that there are more. */
function dueCycles(subscription: SubscriptionFacts, settings: RenewalSettings): (BillDecision | SkipDecision)[] {
  const { anchorOn, interval, collectionMethod } = subscription
  const end = endOf(subscription)
  const due: (BillDecision | SkipDecision)[] = []
  for (let cycle = subscription.nextCycle; due.length <= settings.catchUpLimit; cycle++) {
    const issueOn = issueDate({ anchorOn, interval, cycle }, { collectionMethod, ...settings })
    if (compareDates(issueOn, settings.asOf) > 0) {
      break
    }
    const { start, end: periodEnd } = period(anchorOn, interval, cycle)
    if (!isBefore(start, end)) {
      break
    }
    const dates = { cycle, periodStart: start, periodEnd, dueOn: start }
    const isMissed = settings.catchUp === "current" && compareDates(periodEnd, settings.asOf) <= 0
    due.push(isMissed ? { kind: "skip", ...dates, because: "missed_cycle" } : { kind: "bill", ...dates })
  }
  return due
}
