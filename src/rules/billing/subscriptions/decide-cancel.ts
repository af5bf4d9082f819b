import { compareDates, type CivilDate } from "../../calendar"
import { cycleStart } from "../changes/cycle-start"
import { earliestEnd, type EarliestEnd } from "../changes/earliest-end"
import { isFinal } from "./billable"
import type { SubscriptionFacts } from "../types"

export type CancelDecision =
  { kind: "cancel_now"; on: CivilDate } | { kind: "schedule"; on: CivilDate } | { kind: "refuse"; reason: string }

export interface CancelRequest {
  subscription: Omit<SubscriptionFacts, "nextDueOn">
  when: "now" | "period_end"
  asOf: CivilDate
  /** A customer is bound by term and notice, also at once; an admin may waive them by ending it at once. */
  isCustomer?: boolean
  /** It is paused, and no paid day is left. */
  isUsedUp?: boolean
}

/**
 * What a cancellation does (B23). "The period's end" is the end of the last billed period, so that what was paid is
 * delivered, and not before what minimum term and notice allow; if that is past, or nothing was billed yet, it ends at
 * once.
 */
export function decideCancel(request: CancelRequest): CancelDecision {
  const { subscription, when, asOf, isCustomer = false, isUsedUp = false } = request
  if (isFinal(subscription.status)) {
    return { kind: "refuse", reason: `The subscription is ${subscription.status} already` }
  }
  const { on: endOn, reason } = cancelableOn(subscription, asOf)
  if (isCustomer && when === "now" && reason !== "billed_period") {
    return { kind: "refuse", reason: `${WHY[reason]}: it can end on ${endOn} at the earliest, and not now` }
  }
  const isOver = compareDates(endOn, asOf) <= 0 || (isUsedUp && reason === "billed_period")
  if (when === "now" || subscription.status === "pending" || isOver) {
    return { kind: "cancel_now", on: asOf }
  }
  if (subscription.cancelOn !== null && compareDates(subscription.cancelOn, endOn) <= 0) {
    return { kind: "refuse", reason: `The subscription is to be canceled on ${subscription.cancelOn} already` }
  }
  return { kind: "schedule", on: endOn }
}

const WHY = {
  minimum_term: "Its minimum term is not over",
  notice_period: "It has a period of notice",
}

/**
 * When a cancellation of today ends a subscription at the earliest, and why not before: the end of the last billed cycle,
 * later by minimum term and notice; of a trial, which is there to be left, the trial's end; of what expires, its expiry.
 */
export function cancelableOn(subscription: CancelRequest["subscription"], asOf: CivilDate): EarliestEnd {
  const { status, paymentType, nextCycle, expiresOn } = subscription
  const isBound = paymentType === "recurring" && status !== "trialing" && status !== "pending"
  const end: EarliestEnd = isBound
    ? earliestEnd(subscription, asOf)
    : { on: cycleStart(subscription, nextCycle), reason: "billed_period" }
  return expiresOn !== null && compareDates(expiresOn, end.on) < 0 ? { on: expiresOn, reason: "billed_period" } : end
}
