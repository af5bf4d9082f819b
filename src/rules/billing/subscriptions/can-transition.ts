import type { SubscriptionStatus } from "../states"

export type TransitionAnswer = { ok: true } | { ok: false; reason: string }

/** The allowed transitions from each state (B21). */
export const TRANSITIONS: Readonly<Record<SubscriptionStatus, readonly SubscriptionStatus[]>> = {
  pending: ["trialing", "active", "canceled", "expired"],
  trialing: ["active", "past_due", "suspended", "paused", "canceled", "expired"],
  active: ["past_due", "suspended", "paused", "canceled", "expired"],
  past_due: ["active", "suspended", "canceled", "expired"],
  suspended: ["active", "trialing", "past_due", "canceled", "expired"],
  paused: ["active", "trialing", "suspended", "canceled", "expired"],
  canceled: [],
  expired: [],
}

const WHY_NOT: Partial<Record<`${SubscriptionStatus}>${SubscriptionStatus}`, string>> = {
  "pending>past_due": "Its first payment is not settled: nothing of it can be overdue",
  "pending>suspended": "It has not started: there is nothing to suspend",
  "pending>paused": "It has not started: there is nothing to pause",
  "past_due>paused": "What is overdue has to be settled before it can be paused",
  "past_due>trialing": "It is billed already: a trial comes before the first bill",
  "active>trialing": "It is billed already: a trial comes before the first bill",
  "paused>past_due": "A paused subscription is not billed: nothing of it can become overdue",
  "suspended>paused": "It is suspended: resume it before pausing it",
}

/** Whether a transition is allowed; if not, why (B21). */
export function canTransition(from: SubscriptionStatus, to: SubscriptionStatus): TransitionAnswer {
  if (TRANSITIONS[from].includes(to)) {
    return { ok: true }
  }
  if (from === to) {
    return { ok: false, reason: `The subscription is ${from} already` }
  }
  if (TRANSITIONS[from].length === 0) {
    return { ok: false, reason: `The subscription is ${from}, which is final` }
  }
  return { ok: false, reason: WHY_NOT[`${from}>${to}`] ?? `A subscription that is ${from} cannot become ${to}` }
}
