import type { CivilDate } from "../../calendar"
import type { OpenedSubscription } from "../subscriptions/open-subscription"

/**
 * A trial that the customer has had already, which came out only after the order was placed (two carts at once, B14).
 * Nothing of the first period was paid, so it is billed at once: the anchor is the day of the sale.
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
