import { Temporal } from "temporal-polyfill"
import { civilDate, type CivilDate } from "./civil-date"

/** The calendar date of an instant (ISO 8601 with an offset) in a time zone. */
export function dateInZone(instant: string, timeZone: string): CivilDate {
  return civilDate(Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate())
}
