import { type SubscriptionChange, type SubscriptionRecord, toSubscriptionFacts } from "../../../modules/billing"
import type { BillingOptions } from "../../../options"
import { nextDueOn } from "../../../rules/billing"
import type { CivilDate } from "../../../rules/calendar"

/** The date on which a run has to look at a subscription; runs find it by this alone. */
export const nextDueOf = (row: SubscriptionRecord, { invoiceDaysBefore }: BillingOptions): CivilDate | null =>
  nextDueOn(toSubscriptionFacts(row), { invoiceDaysBefore })

/** A cancellation that takes effect at once. Nobody who has ended a subscription is charged for it afterwards. */
export function canceledChange(on: CivilDate, reason: string | null): SubscriptionChange {
  return {
    type: "canceled",
    patch: {
      status: "canceled",
      canceled_on: on,
      ended_on: on,
      cancel_on: null,
      cancel_reason: reason,
      next_due_on: null,
    },
    data: { on, reason },
    stopsCollecting: true,
  }
}
