import type { CivilDate } from "../../calendar"
import { isBillable } from "../subscriptions/billable"
import { endOf, isBefore } from "../subscriptions/end-of"
import type { SubscriptionFacts } from "../types"
import { cycleStart, earlyDate } from "../changes/cycle-start"

/** The two dates of a bill: its invoice is made on the first, and is due on the second. */
export interface NextBill {
  invoiceOn: CivilDate
  dueOn: CivilDate
}

/**
 * When a subscription is billed next; null where it is not: it ends before, it is stopped, or it never renews.
 * `nextDueOn` is the date by which runs find it, so that is when its invoice is made.
 */
export function nextBill(subscription: SubscriptionFacts): NextBill | null {
  const { nextCycle, nextDueOn } = subscription
  if (!isBillable(subscription) || nextDueOn === null) {
    return null
  }
  const dueOn = cycleStart(subscription, nextCycle)
  return isBefore(dueOn, endOf(subscription))
    ? { invoiceOn: nextDueOn, dueOn: earlyDate(subscription, nextCycle) ?? dueOn }
    : null
}
