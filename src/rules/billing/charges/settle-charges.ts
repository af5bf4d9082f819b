import { settleCharge, type SettledCharge } from "./settle-charge"
import type { SubscriptionStatus } from "../states"
import type { SettlingFact } from "./settling-fact"

/**
 * What the charges of one subscription's renewals mean, one after another in the order of their cycles. A success
 * clears past due only where no other cycle is left unpaid after a failed charge (`hasFailed`, and those that fail on
 * the way): paying April does not clear the debt of March; nor does canceling April's order.
 */
export function settleCharges(
  { status, hasFailed }: { status: SubscriptionStatus; hasFailed: boolean },
  outcomes: readonly SettlingFact[],
): { status: SubscriptionStatus; settled: SettledCharge[] } {
  let current = status
  let owes = hasFailed
  const settled = outcomes.map((outcome) => {
    const one = settleCharge({ outcome, status: current })
    owes ||= one.renewal === "failed"
    const stays = current === "past_due" && owes
    const result: SettledCharge = stays ? { ...one, subscription: current, subscriptionEvent: null } : one
    current = result.subscription
    return result
  })
  return { status: current, settled }
}
