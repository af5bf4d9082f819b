import { renewalStatusAfter } from "../renewals/renewal-status-after"
import { settleCharge, type SettledCharge } from "./settle-charge"
import { resumeOf } from "../dunning/decide-dunning"
import type { SubscriptionStatus, SuspensionReason } from "../states"
import type { SettlingFact } from "./settling-fact"

export interface SettledSubscription {
  status: SubscriptionStatus
  suspendedReason: SuspensionReason | null
  /** Another cycle is left unpaid past its date. */
  hasFailed: boolean
}

/**
 * What the charges of one subscription's renewals mean, one after another in the order of their cycles. A success
 * clears past due, or a suspension for it, only where no other cycle is left unpaid after a failed charge (`hasFailed`, and those that fail in
 * this batch): paying April does not clear the debt of March; nor does canceling April's order.
 */
export function settleCharges(
  { status, suspendedReason, hasFailed }: SettledSubscription,
  outcomes: readonly SettlingFact[],
): { status: SubscriptionStatus; settled: SettledCharge[] } {
  let current = status
  const owes = hasFailed || outcomes.some((outcome) => renewalStatusAfter(outcome) === "failed")
  const settled = outcomes.map((outcome) => {
    const one = settleCharge({ outcome, status: current, suspendedReason })
    const stays = owes && resumeOf({ status: current, suspendedReason }) !== null
    const result: SettledCharge = stays ? { ...one, subscription: current, subscriptionEvent: null } : one
    current = result.subscription
    return result
  })
  return { status: current, settled }
}
