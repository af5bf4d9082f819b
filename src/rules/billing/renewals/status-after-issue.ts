import type { SubscriptionStatus } from "../states"

/** The state of a subscription once a cycle is billed: the first bill ends a trial (B14). */
export function statusAfterIssue(status: SubscriptionStatus): SubscriptionStatus {
  return status === "trialing" ? "active" : status
}
