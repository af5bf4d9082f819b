import { compareDates, cycleDate, type CivilDate } from "../calendar"
import { isFinal } from "./billable"
import { endOf, isBefore } from "./end-of"
import { issueDate } from "./issue-date"
import type { SubscriptionFacts } from "./types"

/**
 * The first date on which a run has something to do with a subscription: its next bill is issued, or it ends. It is
 * exactly the first date on which `decideRenewals` does not wait. null: never by itself.
 *
 * A suspended or paused one can only end; a pending one keeps the date that it has once it is activated, and runs leave
 * it alone until then.
 */
export function nextDueOn(
  subscription: Omit<SubscriptionFacts, "nextDueOn">,
  settings: { invoiceDaysBefore: number },
): CivilDate | null {
  const { status, paymentType, anchorOn, interval, nextCycle, collectionMethod } = subscription
  if (isFinal(status)) {
    return null
  }
  const end = endOf(subscription)
  const isBilledNever = paymentType !== "recurring" || status === "suspended" || status === "paused"
  if (isBilledNever || !isBefore(cycleDate(anchorOn, interval, nextCycle), end)) {
    return end?.on ?? null
  }
  const issueOn = issueDate({ anchorOn, interval, cycle: nextCycle }, { collectionMethod, ...settings })
  return end && compareDates(end.on, issueOn) < 0 ? end.on : issueOn
}
