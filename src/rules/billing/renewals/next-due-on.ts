import type { CivilDate } from "../../calendar"
import { isFinal } from "../subscriptions/billable"
import { endOf, isBefore } from "../subscriptions/end-of"
import { cycleStart } from "../changes/cycle-start"
import { issueDate } from "./issue-date"
import type { SubscriptionFacts } from "../types"

/**
 * The first date on which a run handles a subscription: its next bill is issued, or it ends. It is exactly the first
 * date on which `decideRenewals` does not wait. null: never by itself.
 *
 * A suspended or paused one can only end; a pending one keeps the date that it has once it is activated, and runs leave
 * it alone until then.
 */
export function nextDueOn(
  subscription: Omit<SubscriptionFacts, "nextDueOn">,
  { invoiceDaysBefore }: { invoiceDaysBefore: number },
): CivilDate | null {
  const { status, paymentType, nextCycle, collectionMethod } = subscription
  if (isFinal(status)) {
    return null
  }
  const end = endOf(subscription)
  if (paymentType !== "recurring" || status === "suspended" || status === "paused") {
    return end?.on ?? null
  }
  const dueOn = cycleStart(subscription, nextCycle)
  return end && !isBefore(dueOn, end)
    ? end.on
    : (subscription.earlyOn ?? issueDate({ cycle: nextCycle, dueOn }, { collectionMethod, invoiceDaysBefore }))
}
