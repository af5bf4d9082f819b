import { renewalStatusAfter } from "../renewals/renewal-status-after"
import type { RenewalStatus, SubscriptionStatus } from "../states"
import type { SettlingFact } from "./settling-fact"

export interface SettledCharge {
  renewal: Extract<RenewalStatus, "paid" | "failed" | "issued" | "canceled">
  subscription: SubscriptionStatus
  /** Of the renewal. */
  event: "billing.renewal.paid" | "billing.renewal.failed" | "billing.renewal.issued" | "billing.renewal.canceled"
  /** Of the subscription, where the charge changed its state. */
  subscriptionEvent: "billing.subscription.past_due" | "billing.subscription.recovered" | null
}

/**
 * What a charge's outcome, or the order of the renewal, means for the renewal and its subscription (B32). A success clears
 * past due whole; it does not lift a suspension, which may have been made by hand. A canceled order owes nothing, so it
 * clears past due as a payment does, and the subscription goes on with its next cycle. A decline, and a charge that waits for the customer
 * (`requires_action`), leave the bill unpaid on its due date: past due. An unknown outcome changes nothing and has to
 * be reconciled before anything else is charged.
 */
export function settleCharge({
  outcome,
  status,
}: {
  outcome: SettlingFact
  status: SubscriptionStatus
}): SettledCharge {
  switch (outcome.status) {
    case "paid":
      return {
        renewal: renewalStatusAfter(outcome),
        subscription: status === "past_due" || status === "trialing" ? "active" : status,
        event: "billing.renewal.paid",
        subscriptionEvent: status === "past_due" ? "billing.subscription.recovered" : null,
      }
    case "soft_declined":
    case "hard_declined":
    case "requires_action": {
      const becomesPastDue = status === "active" || status === "trialing"
      return {
        renewal: renewalStatusAfter(outcome),
        subscription: becomesPastDue ? "past_due" : status,
        event: "billing.renewal.failed",
        subscriptionEvent: becomesPastDue ? "billing.subscription.past_due" : null,
      }
    }
    case "order_canceled":
      return {
        renewal: renewalStatusAfter(outcome),
        subscription: status === "past_due" ? "active" : status,
        event: "billing.renewal.canceled",
        subscriptionEvent: status === "past_due" ? "billing.subscription.recovered" : null,
      }
    case "unknown":
    case "withdrawn":
      return {
        renewal: renewalStatusAfter(outcome),
        subscription: status,
        event: "billing.renewal.issued",
        subscriptionEvent: null,
      }
  }
}
