import { plainDate, type CivilDate } from "./civil-date"

/**
 * The first instant of a date in a time zone, as UTC: "2026-03-28T23:00:00.000Z". Where clocks skip midnight, the day
 * starts at the first time that exists.
 */
export function startOfDay(date: CivilDate, timeZone: string): string {
  return plainDate(date).toZonedDateTime(timeZone).toInstant().toString({ smallestUnit: "millisecond" })
}
