import { addDays, compareDates, daysBetween, type CivilDate } from "../../calendar"
import type { ChargeStatus } from "../states"
import { NETWORK_DAYS, NETWORK_TRIES, type DunningSettings } from "./dunning-settings"

export interface FailedTry {
  /** The date that dunning counts from. */
  from: CivilDate
  asOf: CivilDate
  outcome: ChargeStatus
  /** The dates of all tries so far, this one included. */
  triedOn: readonly CivilDate[]
}

/**
 * The date of the next try after one that failed (B32); null: none is made by itself. Only a soft decline is tried again: a
 * hard one waits for another payment method, and what needs the customer's action is never retried alone. Days that were
 * missed are not made up for, and no try falls outside of the networks' bounds.
 */
export function nextTry(
  { from, asOf, outcome, triedOn }: FailedTry,
  { retryAfterDays }: Pick<DunningSettings, "retryAfterDays">,
): CivilDate | null {
  if (outcome !== "soft_declined") {
    return null
  }
  const dates = retryAfterDays.map((days) => addDays(from, days))
  return dates.find((date) => compareDates(date, asOf) > 0 && mayTry(triedOn, date)) ?? null
}

/** Whether one more try on a date stays within the networks' bounds. */
export function mayTry(triedOn: readonly CivilDate[], on: CivilDate): boolean {
  return triedOn.filter((date) => daysBetween(date, on) < NETWORK_DAYS).length < NETWORK_TRIES
}
