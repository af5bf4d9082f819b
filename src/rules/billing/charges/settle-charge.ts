import { renewalStatusAfter } from "../renewals/renewal-status-after"
import { resumeOf } from "../dunning/decide-dunning"
import type { RenewalStatus, SubscriptionStatus, SuspensionReason } from "../states"
import type { SettlingFact } from "./settling-fact"

export interface SettledCharge {
  renewal: Extract<RenewalStatus, "paid" | "failed" | "issued" | "canceled">
  subscription: SubscriptionStatus
  /** Of the renewal. */
  event: "billing.renewal.paid" | "billing.renewal.failed" | "billing.renewal.issued" | "billing.renewal.canceled"
  /** Of the subscription, where the charge changed its state. */
  subscriptionEvent:
    "billing.subscription.past_due" | "billing.subscription.recovered" | "billing.subscription.resumed" | null
}

const RESUMED = { recover: "billing.subscription.recovered", resume: "billing.subscription.resumed" } as const

/**
 * What a charge's outcome, or the order of the renewal, means for the renewal and its subscription (B32). A success clears
 * past due whole, and resumes what was suspended for being overdue; one that was suspended by hand stays so. A canceled
 * order owes nothing, so it clears past due as a payment does, and the subscription goes on with its next cycle. A decline,
 * and a charge that waits for the customer (`requires_action`), leave the bill unpaid on its due date: past due. An unknown
 * outcome and one that the bank is processing change nothing: the service stays, and nothing else is charged meanwhile.
 */
export function settleCharge({
  outcome,
  status,
  suspendedReason,
}: {
  outcome: SettlingFact
  status: SubscriptionStatus
  suspendedReason: SuspensionReason | null
}): SettledCharge {
  const resumed = resumeOf({ status, suspendedReason })
  switch (outcome.status) {
    case "paid":
      return {
        renewal: renewalStatusAfter(outcome),
        subscription: status === "trialing" ? "active" : (resumed?.to ?? status),
        event: "billing.renewal.paid",
        subscriptionEvent: resumed && RESUMED[resumed.kind],
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
        subscription: resumed?.to ?? status,
        event: "billing.renewal.canceled",
        subscriptionEvent: resumed && RESUMED[resumed.kind],
      }
    case "unknown":
    case "processing":
    case "withdrawn":
      return {
        renewal: renewalStatusAfter(outcome),
        subscription: status,
        event: "billing.renewal.issued",
        subscriptionEvent: null,
      }
  }
}
