import type { SubscriptionStatus } from "../states"
import type { SubscriptionFacts } from "../types"

/**
 * The states whose due cycles are billed. A past-due subscription goes on being billed: what it owes is dunned, and
 * suspension is what stops it. `pending` has not started; `suspended` and `paused` get no new bill while they are so.
 */
export const BILLABLE_STATUSES = ["trialing", "active", "past_due"] as const satisfies readonly SubscriptionStatus[]

/** States that nothing leads out of. */
export const FINAL_STATUSES = ["canceled", "expired"] as const satisfies readonly SubscriptionStatus[]

/** Whether a run bills the due cycles of a subscription. What is free is never billed. */
export function isBillable({ status, paymentType }: Pick<SubscriptionFacts, "status" | "paymentType">): boolean {
  return paymentType === "recurring" && BILLABLE_STATUSES.some((billable) => billable === status)
}

export function isFinal(status: SubscriptionStatus): boolean {
  return FINAL_STATUSES.some((final) => final === status)
}
