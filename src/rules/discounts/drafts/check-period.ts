import { compareDates, isCivilDate } from "../../calendar"
import type { DateBounds, Problem } from "../types"

/** Problems of a period; `path` is the prefix of its fields, as `assignments.0.`. */
export function checkPeriod({ startsOn, endsOn }: DateBounds, path = ""): Problem[] {
  const problems = [["starts_on", startsOn] as const, ["ends_on", endsOn] as const].flatMap(
    ([field, date]): Problem[] =>
      date === null || isCivilDate(date) ? [] : [{ field: path + field, reason: "is not a date such as 2026-03-01" }],
  )
  if (problems.length || startsOn === null || endsOn === null || compareDates(startsOn, endsOn) <= 0) {
    return problems
  }
  return [{ field: `${path}ends_on`, reason: "must not be before the first day" }]
}
