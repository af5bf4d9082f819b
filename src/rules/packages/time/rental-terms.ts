import type { Selection } from "../expansion/selection"
import { checkPeriod } from "./check-period"

type Terms = Pick<Selection, "period" | "hours" | "days">

export type CheckedTerms = { ok: true; terms: Terms } | { ok: false; field: string; reason: string }

/**
 * Whether a single article can be rented so: for a period, or for a number of days or of hours, by what its price is per.
 * `now` is an instant. The answer has the period in UTC.
 */
export function rentalTerms(
  { period, hours, days }: Terms,
  { unit, now }: { unit: "day" | "hour"; now: string },
): CheckedTerms {
  const refused = (field: string, reason: string): CheckedTerms => ({ ok: false, field, reason })
  const said = Object.entries({ hours, days }).find(([, value]) => value !== null)
  if (period && said) {
    return refused(said[0], "The period says how many: leave one of them out")
  }
  if (hours !== null && days !== null) {
    return refused("hours", "The days say how many: leave one of them out")
  }
  if (hours !== null && unit === "day") {
    return refused("hours", "It is priced by the day: say a period or days")
  }
  if (!period) {
    return { ok: true, terms: { period: null, hours, days } }
  }
  const checked = checkPeriod(period, now)
  return checked.ok ? { ok: true, terms: { period: checked.period, hours: null, days: null } } : checked
}
