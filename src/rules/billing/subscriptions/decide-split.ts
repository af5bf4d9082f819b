import type { SubscriptionStatus } from "../states"

export type SplitDecision = { kind: "split"; keep: number; move: number } | { kind: "refuse"; reason: string }

/** The states in which a subscription can be split: nothing is overdue. */
const SPLITTABLE = ["pending", "trialing", "active", "paused"] as const satisfies readonly SubscriptionStatus[]

/** Whether so many units may be split off (B20). An overdue subscription cannot be split. */
export function decideSplit(wish: { status: SubscriptionStatus; has: number; move: number }): SplitDecision {
  const { status, has, move } = wish
  if (!SPLITTABLE.some((splittable) => splittable === status)) {
    return { kind: "refuse", reason: `status: a subscription that is ${status} cannot be split` }
  }
  if (has < 2) {
    return { kind: "refuse", reason: "quantity: there is one unit only, which cannot be split off" }
  }
  if (!Number.isInteger(move) || move < 1 || move >= has) {
    return { kind: "refuse", reason: `quantity: 1 to ${has - 1} of the ${has} units can be split off` }
  }
  return { kind: "split", keep: has - move, move }
}
