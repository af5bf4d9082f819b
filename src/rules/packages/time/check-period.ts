import { Temporal } from "temporal-polyfill"
import type { RentalPeriod } from "./rental-period"

/** A date and time with an hour and an offset or "Z": `2026-06-01T10:00+02:00`. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/

/** The longest rental that is taken: what is longer is a mistake. */
export const MOST_DAYS = 3660

/** Beyond it a date with an offset or a buffer has a year that no database reads. */
const LAST = Temporal.Instant.from("9000-01-01T00:00:00Z")

export type CheckedPeriod = { ok: true; period: RentalPeriod } | { ok: false; field: string; reason: string }

/** Whether a period can be rented; `now` is an instant, null: a past one counts, too. The answer has it in UTC. */
export function checkPeriod({ from, to }: RentalPeriod, now: string | null): CheckedPeriod {
  const start = instantOf(from)
  const end = instantOf(to)
  if (!start || !end) {
    const field = start ? "period.to" : "period.from"
    return { ok: false, field, reason: "must be a date with an hour and an offset, such as 2026-06-01T10:00+02:00" }
  }
  if (Temporal.Instant.compare(start, end) >= 0) {
    return { ok: false, field: "period.to", reason: "must be after the period's start" }
  }
  if (now !== null && Temporal.Instant.compare(start, Temporal.Instant.from(now)) < 0) {
    return { ok: false, field: "period.from", reason: "is past" }
  }
  if (start.until(end).total({ unit: "hours" }) > MOST_DAYS * 24) {
    return { ok: false, field: "period.to", reason: `is more than ${MOST_DAYS} days after the period's start` }
  }
  if (Temporal.Instant.compare(end, LAST) > 0) {
    return { ok: false, field: "period.to", reason: "is too far away" }
  }
  return { ok: true, period: { from: start.toString(), to: end.toString() } }
}

function instantOf(text: string): Temporal.Instant | null {
  try {
    return INSTANT.test(text) ? Temporal.Instant.from(text) : null
  } catch {
    return null
  }
}
