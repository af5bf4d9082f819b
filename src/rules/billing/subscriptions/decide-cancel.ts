import { compareDates, type CivilDate } from "../../calendar"
import { cycleStart } from "../renewals/cycle-start"
import { isFinal } from "./billable"
import type { SubscriptionFacts } from "../types"

export type CancelDecision =
  { kind: "cancel_now"; on: CivilDate } | { kind: "schedule"; on: CivilDate } | { kind: "refuse"; reason: string }

export interface CancelRequest {
  subscription: Omit<SubscriptionFacts, "nextDueOn">
  when: "now" | "period_end"
  asOf: CivilDate
}

/**
 * What a cancellation does (B23). "The period's end" is the end of the last billed period, so that what was paid is
 * delivered; if that is past, or nothing was billed yet, it ends at once.
 */
export function decideCancel({ subscription, when, asOf }: CancelRequest): CancelDecision {
  if (isFinal(subscription.status)) {
    return { kind: "refuse", reason: `The subscription is ${subscription.status} already` }
  }
  const endOn = billedUntil(subscription)
  if (when === "now" || subscription.status === "pending" || compareDates(endOn, asOf) <= 0) {
    return { kind: "cancel_now", on: asOf }
  }
  if (subscription.cancelOn !== null && compareDates(subscription.cancelOn, endOn) <= 0) {
    return { kind: "refuse", reason: `The subscription is to be canceled on ${subscription.cancelOn} already` }
  }
  return { kind: "schedule", on: endOn }
}

/** The end of the last billed cycle; of a trial, the trial's end; of what expires, its expiry. */
function billedUntil(subscription: CancelRequest["subscription"]): CivilDate {
  const { nextCycle, expiresOn } = subscription
  const billed = cycleStart(subscription, nextCycle)
  return expiresOn !== null && compareDates(expiresOn, billed) < 0 ? expiresOn : billed
}
