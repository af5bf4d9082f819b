import { isPaidEnough } from "./is-paid-enough"
import type { SubscriptionStatus, SuspensionReason } from "../states"
import type { ActivateOn, FirstPayment } from "../types"

/** How a sale stands, for whoever delivers it (S6). */
export type SoldStanding = "unpaid" | "running" | "overdue" | "held" | "paused" | "ended" | "ended_overdue"

/** A subscription's standing. What is past due runs until it is suspended. */
export function subscriptionStanding(subscription: {
  status: SubscriptionStatus
  suspended_reason: SuspensionReason | null
  cancel_reason: string | null
}): SoldStanding {
  switch (subscription.status) {
    case "pending":
      return "unpaid"
    case "trialing":
    case "active":
    case "past_due":
      return "running"
    case "suspended":
      return subscription.suspended_reason === "manual" ? "held" : "overdue"
    case "paused":
      return "paused"
    case "canceled":
      return subscription.cancel_reason === "overdue" ? "ended_overdue" : "ended"
    case "expired":
      return "ended"
  }
}

/** The standing of what was sold once, by the payment of its order. */
export function onceSoldStanding(payment: FirstPayment, activateOn: ActivateOn): SoldStanding {
  if (payment === "canceled" || payment === "refunded") {
    return "ended"
  }
  return isPaidEnough(payment, activateOn) ? "running" : "unpaid"
}
