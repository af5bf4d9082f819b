import { type AdvancedSubscription, toSubscriptionFacts } from "../../../modules/billing"
import type { BillingOptions } from "../../../options"
import { advanceSubscription } from "../../../rules/billing"
import type { PreparedSubscription } from "./steps/prepare-renewals"

/** The rule's position as the columns that are written, guarded by where the decision saw the subscription. */
export function moveOf(
  { subscription, decisions }: PreparedSubscription,
  options: BillingOptions,
): AdvancedSubscription {
  const position = advanceSubscription(toSubscriptionFacts(subscription), decisions, options)
  return {
    id: subscription.id,
    from_cycle: subscription.next_cycle,
    from_status: subscription.status,
    status: position.status,
    next_cycle: position.nextCycle,
    next_due_on: position.nextDueOn,
    period_start: position.period?.start ?? subscription.period_start,
    period_end: position.period?.end ?? subscription.period_end,
    ended_on: position.endedOn,
    canceled_on: position.status === "canceled" ? position.endedOn : null,
  }
}
