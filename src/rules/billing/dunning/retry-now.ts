import type { CivilDate } from "../../calendar"
import type { SubscriptionStatus } from "../states"
import { isFinal } from "../subscriptions/billable"
import { NETWORK_DAYS, NETWORK_TRIES } from "./dunning-settings"
import { mayTry } from "./next-try"
import { isUnderWay, type OwedRenewal } from "./owed-renewal"

export interface RetryFacts {
  status: SubscriptionStatus
  hasMethod: boolean
  isHardDeclined: boolean
  /** The payment of the order that it was bought with was taken back. */
  owesFirstPayment: boolean
  /** What is owed and due, with the dates of its tries. */
  owed: readonly (OwedRenewal & { triedOn: readonly CivilDate[] })[]
}

/** Which renewals an admin or another method may have charged at once, or why none. */
export function retryNow(
  { status, hasMethod, isHardDeclined, owesFirstPayment, owed }: RetryFacts,
  asOf: CivilDate,
): { ok: true; ids: string[] } | { ok: false; reason: string } {
  if (isFinal(status)) {
    return { ok: false, reason: `The subscription is ${status}: it is charged no more` }
  }
  if (!owed.length) {
    const reason = owesFirstPayment
      ? "It owes its first payment, which is not charged again: send the payment link of its invoice"
      : "Nothing of the subscription is due"
    return { ok: false, reason }
  }
  if (!hasMethod || isHardDeclined) {
    const why = hasMethod ? "Its payment method was declined for good" : "It has no payment method"
    return { ok: false, reason: `${why}: it can be charged once it has another one` }
  }
  if (owed.every(isUnderWay)) {
    return { ok: false, reason: "A charge is under way: it is tried again once the provider has answered" }
  }
  const free = owed.filter((renewal) => !isUnderWay(renewal) && renewal.openAttempt === null)
  if (!free.length) {
    return { ok: false, reason: "The charge waits for the customer to confirm it; it is never retried alone" }
  }
  const allowed = free.filter(({ triedOn }) => mayTry(triedOn, asOf))
  return allowed.length
    ? { ok: true, ids: allowed.map(({ id }) => id) }
    : { ok: false, reason: `Card networks allow ${NETWORK_TRIES} tries in ${NETWORK_DAYS} days; try again later` }
}
