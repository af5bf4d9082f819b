import { addDays, compareDates, type CivilDate } from "../../calendar"
import type { ChargeStatus } from "../states"

/** A renewal that waits for its money. */
export interface OwedRenewal {
  id: string
  status: "issued" | "failed"
  /** The date that dunning counts from: the due date, or a later one. */
  from: CivilDate
  /** The date of its next try; null: it waits for the customer. */
  collectOn: CivilDate | null
  /** How many tries of it were settled. */
  tries: number
  /** The attempt whose outcome may still change. */
  openAttempt: ChargeStatus | null
}

/** Money may be on its way: nothing is done about it until the provider says what came of it. */
export const isUnderWay = ({ openAttempt }: OwedRenewal): boolean =>
  openAttempt === "started" || openAttempt === "unknown" || openAttempt === "processing"

/** Whether it is still owed past its date. A charge that failed is late on the due date, an open invoice the day after. */
export function isLate(renewal: OwedRenewal, asOf: CivilDate): boolean {
  const late = lateOn(renewal)
  return late !== null && compareDates(late, asOf) <= 0
}

/** The first date on which it is late; null: it is about to be charged. */
export function lateOn({ status, from, collectOn }: OwedRenewal): CivilDate | null {
  if (status === "failed") {
    return from
  }
  return collectOn === null ? addDays(from, 1) : null
}

/** Late, and nothing is under way that may pay it. */
export const isOverdue = (renewal: OwedRenewal, asOf: CivilDate): boolean =>
  isLate(renewal, asOf) && !isUnderWay(renewal)

/** Its last try has failed, and nobody is asked to confirm one. */
export const hasNoTryLeft = ({ status, collectOn, tries, openAttempt }: OwedRenewal): boolean =>
  status === "failed" && collectOn === null && tries > 0 && openAttempt === null
