import type { Selection } from "../expansion/selection"
import { durationOf, type Duration, type DurationSettings } from "./duration-of"

/** Longer than three years is taken for a mistake; a price by the hour would take too long to reckon. */
const MOST_DAYS = 1_100
const MOST_HOURS = MOST_DAYS * 24

export type SelectedDuration =
  | { ok: true; /** Null: the order names none. */ duration: Duration | null }
  | { ok: false; field: "period.from" | "period.to" | "days" | "hours"; reason: string }

/** How long a selection is out: by its period, or else by its days. Hours alone are those of what is priced by the hour. */
export function selectedDuration(
  { period, days, hours }: Pick<Selection, "period" | "days" | "hours">,
  settings: DurationSettings,
): SelectedDuration {
  if (hours !== null && !isWhole(hours, MOST_HOURS)) {
    return { ok: false, field: "hours", reason: `must be a whole number from 1 to ${MOST_HOURS}` }
  }
  if (days !== null && !isWhole(days, MOST_DAYS)) {
    return { ok: false, field: "days", reason: `must be a whole number from 1 to ${MOST_DAYS}` }
  }
  if (period === null) {
    return { ok: true, duration: days === null ? null : { days, hours: hours ?? days * 24 } }
  }
  const wrong = (["from", "to"] as const).find((end) => !isInstant(period[end]))
  if (wrong) {
    return {
      ok: false,
      field: `period.${wrong}`,
      reason: "must be a date with hour and offset: 2026-06-01T10:00+02:00",
    }
  }
  if (Date.parse(period.to) <= Date.parse(period.from)) {
    return { ok: false, field: "period.to", reason: "must be after the beginning" }
  }
  const duration = durationOf(period, settings)
  return duration.hours > MOST_HOURS
    ? { ok: false, field: "period.to", reason: `must be at most ${MOST_DAYS} days after the beginning` }
    : { ok: true, duration }
}

const isWhole = (value: number, most: number): boolean => Number.isInteger(value) && value >= 1 && value <= most

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/

const isInstant = (text: string): boolean => INSTANT.test(text) && !Number.isNaN(Date.parse(text))
