import type { Selection } from "../expansion/selection"
import { checkPeriod, MOST_DAYS } from "./check-period"
import { durationOf, type Duration, type DurationSettings } from "./duration-of"

export type SelectedDuration =
  | { ok: true; /** Null: the order names none. */ duration: Duration | null }
  | { ok: false; field: string; reason: string }

/** How long a selection is out: by its period, or else by its days. Hours alone are those of what is priced by the hour. */
export function selectedDuration(
  { period, days, hours }: Pick<Selection, "period" | "days" | "hours">,
  settings: DurationSettings,
): SelectedDuration {
  const wrong =
    problemOf("hours", hours, MOST_DAYS * 24) ?? problemOf("days", days, MOST_DAYS) ?? twoDurations(period, days)
  if (wrong) {
    return { ok: false, ...wrong }
  }
  if (period === null) {
    return { ok: true, duration: days === null ? null : { days, hours: hours ?? days * 24 } }
  }
  const checked = checkPeriod(period, null)
  return checked.ok ? { ok: true, duration: durationOf(checked.period, settings) } : checked
}

function problemOf(field: string, value: number | null, most: number): { field: string; reason: string } | null {
  return value === null || (Number.isInteger(value) && value >= 1 && value <= most)
    ? null
    : { field, reason: `must be a whole number from 1 to ${most}` }
}

const twoDurations = (period: Selection["period"], days: number | null): { field: string; reason: string } | null =>
  period !== null && days !== null ? { field: "days", reason: "the period says how many: leave one of them out" } : null
