import type { SubscriptionStatus } from "../states"
import type { SubscriptionFacts } from "../types"

/**
 * The states whose due cycles are billed. A past-due subscription is still billed while dunning runs; only suspension
 * stops it. `pending` has not started; `suspended` and `paused` get no new bill.
 */
export const BILLABLE_STATUSES = ["trialing", "active", "past_due"] as const satisfies readonly SubscriptionStatus[]

/** Final states. */
export const FINAL_STATUSES = ["canceled", "expired"] as const satisfies readonly SubscriptionStatus[]

/** Whether a run bills the due cycles of a subscription. A free one is never billed. */
export function isBillable({ status, paymentType }: Pick<SubscriptionFacts, "status" | "paymentType">): boolean {
  return paymentType === "recurring" && BILLABLE_STATUSES.some((billable) => billable === status)
}

export function isFinal(status: SubscriptionStatus): boolean {
  return FINAL_STATUSES.some((final) => final === status)
}
