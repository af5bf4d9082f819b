import type { CivilDate } from "../../calendar"
import { startingOn } from "../changes/starting-on"
import { withEnd, type OpenedSubscription } from "../subscriptions/open-subscription"
import type { LineTerms } from "../types"

/**
 * Removes a trial that the customer had used already, found only after the order was placed (two carts at once, B14).
 * The first period was not paid, so it is billed at once: the anchor is the date of the order.
 */
export function withoutTrial(opened: OpenedSubscription, orderedOn: CivilDate, terms: LineTerms): OpenedSubscription {
  if (opened.trialEndOn === null || terms.kind !== "recurring") {
    return opened
  }
  const billed: OpenedSubscription = {
    ...opened,
    status: opened.status === "trialing" ? "active" : opened.status,
    ...startingOn(orderedOn, 0, terms),
    nextCycle: 0,
    nextDueOn: opened.nextDueOn === null ? null : orderedOn,
    trialEndOn: null,
  }
  return withEnd(billed, terms)
}
