import { compareDates, type CivilDate } from "../../calendar"
import { isBillable } from "../subscriptions/billable"
import { endOf, isBefore } from "../subscriptions/end-of"
import type { SubscriptionFacts } from "../types"
import { cycleStart } from "./cycle-start"

/**
 * Whether a cycle that is not billed yet is due on a date: any of those to come, before the subscription's end. It is so
 * exactly where `decideRenewals` bills one with that due date, sooner or later.
 */
export function renewsOn(subscription: SubscriptionFacts, dueOn: CivilDate): boolean {
  if (!isBillable(subscription) || !isBefore(dueOn, endOf(subscription))) {
    return false
  }
  let cycle = subscription.nextCycle
  while (compareDates(cycleStart(subscription, cycle), dueOn) < 0) {
    cycle += 1
  }
  return cycleStart(subscription, cycle) === dueOn
}
