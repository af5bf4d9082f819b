import { addDays, compareDates, daysBetween, type CivilDate, type Period } from "../../../calendar"
import type { SubscriptionStatus } from "../../states"

export interface PauseFacts {
  status: SubscriptionStatus
  /** The last billed period; null: nothing was billed yet. */
  period: Period | null
  cancelOn: CivilDate | null
  expiresOn: CivilDate | null
}

export type PauseDecision =
  | { kind: "pause"; on: CivilDate; until: CivilDate | null; unusedDays: number }
  | { kind: "refuse"; field: "until" | null; reason: string }

const WHY_NOT: Partial<Record<SubscriptionStatus, string>> = {
  pending: "It has not started: there is nothing to pause",
  past_due: "What is overdue has to be settled before it can be paused",
  suspended: "It is suspended: resume it before pausing it",
  paused: "It is paused already",
  canceled: "It is canceled, which is final",
  expired: "It is expired, which is final",
}

/**
 * A pause from today until a date, or until it is resumed (B24). It gives back the days of the billed period that are not
 * used yet; those of a period that was billed ahead are all unused.
 */
export function decidePause(
  { status, period, cancelOn, expiresOn }: PauseFacts,
  { asOf, until }: { asOf: CivilDate; until: CivilDate | null },
): PauseDecision {
  const refusal = WHY_NOT[status]
  if (refusal) {
    return { kind: "refuse", field: null, reason: refusal }
  }
  if (until !== null && compareDates(until, asOf) <= 0) {
    return { kind: "refuse", field: "until", reason: `The pause begins on ${asOf}: it has to end after that` }
  }
  const end = [cancelOn, expiresOn].filter((date) => date !== null).sort(compareDates)[0]
  if (end !== undefined && (until === null || compareDates(end, until) <= 0)) {
    return { kind: "refuse", field: "until", reason: `The subscription ends on ${end}: the pause has to end before` }
  }
  return { kind: "pause", on: asOf, until, unusedDays: period ? unusedDays(period, asOf) : 0 }
}

/** Days of a period from a date on. */
export function unusedDays({ start, end }: Period, from: CivilDate): number {
  const first = compareDates(from, start) < 0 ? start : from
  return Math.max(0, daysBetween(first, end))
}

/**
 * When the next cycle starts after a pause: as many days later as the pause was long (paid 1 May for a month, paused 10 May,
 * resumed 20 June: 12 July). One that was due when the pause began starts on the day on which it ends.
 */
export function resumedOn(
  { nextStart, pausedOn }: { nextStart: CivilDate; pausedOn: CivilDate },
  asOf: CivilDate,
): CivilDate {
  const from = compareDates(nextStart, pausedOn) < 0 ? pausedOn : nextStart
  return addDays(from, daysBetween(pausedOn, asOf))
}
