import { addDays, type CivilDate } from "../../calendar"
import type { SubscriptionStatus } from "../states"
import { toSubscriptionFacts, type SubscriptionColumns } from "../subscriptions/subscription-columns"
import type { RenewalDecision } from "../types"
import { advanceSubscription } from "./advance-subscription"

export interface AdvancedColumns {
  id: string
  /** The row moves only if it still is where the decision saw it. */
  from_cycle: number
  from_status: SubscriptionStatus
  status: SubscriptionStatus
  next_cycle: number
  next_due_on: CivilDate | null
  period_start: CivilDate | null
  period_end: CivilDate | null
  ended_on: CivilDate | null
  canceled_on: CivilDate | null
  /** When an invoice of these cycles that waits for the customer becomes overdue; null: none does. */
  dunning_on: CivilDate | null
}

/** A subscription after its decisions, as columns to write. */
export function advancedColumns(
  subscription: SubscriptionColumns,
  decisions: RenewalDecision[],
  { invoiceDaysBefore, waitsFrom = null }: { invoiceDaysBefore: number; waitsFrom?: CivilDate | null },
): AdvancedColumns {
  const position = advanceSubscription(toSubscriptionFacts(subscription), decisions, { invoiceDaysBefore })
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
    dunning_on: waitsFrom && addDays(waitsFrom, 1),
  }
}
