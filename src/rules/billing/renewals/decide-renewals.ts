import { compareDates, type CivilDate } from "../../calendar"
import { isBillable, isFinal } from "../subscriptions/billable"
import { endOf, isBefore } from "../subscriptions/end-of"
import { cycleStart, earlyDate, wholeCycleStart } from "../changes/cycle-start"
import { issueDate } from "./issue-date"
import type { BillDecision, RenewalDecision, SkipDecision, SubscriptionFacts } from "../types"

export interface RenewalSettings {
  asOf: CivilDate
  /** After a downtime: each missed cycle, or the current one with the earlier ones skipped (B35). */
  catchUp: "each" | "current"
  /** The most cycles that one call bills; the next call continues from there. Skipped ones are not counted. */
  catchUpLimit: number
  invoiceDaysBefore: number
}

interface DueCycles {
  due: (BillDecision | SkipDecision)[]
  isCut: boolean
}

/**
 * What a billing run does to one subscription on a date, in order; never an empty list (B30, B35). Cycles that start on
 * or after its end are not billed, and the end comes last, when every earlier cycle is dealt with.
 */
export function decideRenewals(subscription: SubscriptionFacts, settings: RenewalSettings): RenewalDecision[] {
  if (isFinal(subscription.status)) {
    return [{ kind: "wait", reason: "not_billable" }]
  }
  const billable = isBillable(subscription)
  const { due, isCut } = billable ? dueCycles(subscription, settings) : { due: [], isCut: false }
  const decisions: RenewalDecision[] = [...due]
  const end = endOf(subscription)
  if (end && !isCut && !isBefore(settings.asOf, end)) {
    decisions.push(end)
  }
  return decisions.length > 0 ? decisions : [{ kind: "wait", reason: billable ? "not_due" : "not_billable" }]
}

/** The cycles that are to be issued by `asOf`, up to the limit, and whether it has cut some off. */
function dueCycles(subscription: SubscriptionFacts, settings: RenewalSettings): DueCycles {
  const { collectionMethod } = subscription
  const { asOf, catchUp, catchUpLimit, invoiceDaysBefore } = settings
  const end = endOf(subscription)
  const due: DueCycles["due"] = []
  let billed = 0
  let cycle = subscription.nextCycle
  let dueOn = cycleStart(subscription, cycle)
  const isDue = (): boolean =>
    isBefore(dueOn, end) &&
    compareDates(
      earlyDate(subscription, cycle) ?? issueDate({ cycle, dueOn }, { collectionMethod, invoiceDaysBefore }),
      asOf,
    ) <= 0
  while (isDue()) {
    const periodEnd = cycleStart(subscription, cycle + 1)
    const dates = { cycle, periodStart: dueOn, periodEnd, dueOn: earlyDate(subscription, cycle) ?? dueOn }
    const part = partOf(subscription, cycle, periodEnd)
    if (catchUp === "current" && compareDates(periodEnd, asOf) <= 0 && !part.partOf) {
      due.push({ kind: "skip", ...dates, reason: "missed_cycle" })
    } else if (billed < catchUpLimit) {
      due.push({ kind: "bill", ...dates, ...part })
      billed += 1
    } else {
      return { due, isCut: true }
    }
    cycle += 1
    dueOn = periodEnd
  }
  return { due, isCut: false }
}

/** A cycle that begins within its period is a part of it. */
function partOf(subscription: SubscriptionFacts, cycle: number, end: CivilDate): Pick<BillDecision, "partOf"> {
  const isPart = Boolean(subscription.partFrom) && cycle === subscription.nextCycle
  return isPart ? { partOf: { start: subscription.wholeFrom ?? wholeCycleStart(subscription, cycle), end } } : {}
}
