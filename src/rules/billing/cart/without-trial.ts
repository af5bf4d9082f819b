import type { CivilDate } from "../../calendar"
import type { OpenedSubscription } from "../subscriptions/open-subscription"

/**
 * Removes a trial that the customer had used already, found only after the order was placed (two carts at once, B14).
 * The first period was not paid, so it is billed at once: the anchor is the date of the order.
 */
export function withoutTrial(opened: OpenedSubscription, orderedOn: CivilDate): OpenedSubscription {
  if (opened.trialEndOn === null) {
    return opened
  }
  return {
    ...opened,
    status: opened.status === "trialing" ? "active" : opened.status,
    anchorOn: orderedOn,
    nextCycle: 0,
    nextDueOn: opened.nextDueOn === null ? null : orderedOn,
    trialEndOn: null,
  }
}
