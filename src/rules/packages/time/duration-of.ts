import { Temporal } from "temporal-polyfill"
import type { DayCount, RentalPeriod } from "./rental-period"

/** How long a rental is, in both units; at least one of each. */
export interface Duration {
  days: number
  hours: number
}

export interface DurationSettings {
  dayCount: DayCount
  timeZone: string
}

/**
 * The days and started hours of a period by the store's wall clock (P5): a day of 25 hours is one day, and the end is
 * exclusive. Throws RangeError where it ends before it starts, or is no period of instants.
 */
export function durationOf({ from, to }: RentalPeriod, { dayCount, timeZone }: DurationSettings): Duration {
  const start = wallTime(from, timeZone)
  const end = wallTime(to, timeZone)
  if (Temporal.Instant.compare(Temporal.Instant.from(from), Temporal.Instant.from(to)) >= 0) {
    throw new RangeError("the period ends before it starts")
  }
  const hours = Math.ceil(start.until(end, { largestUnit: "hours" }).total({ unit: "hours" }))
  return { days: Math.max(1, daysOf(start, end, dayCount)), hours: Math.max(1, hours) }
}

const wallTime = (instant: string, timeZone: string): Temporal.PlainDateTime =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDateTime()

function daysOf(start: Temporal.PlainDateTime, end: Temporal.PlainDateTime, dayCount: DayCount): number {
  switch (dayCount) {
    case "started_24_hours":
      return Math.ceil(start.until(end, { largestUnit: "hours" }).total({ unit: "hours" }) / 24)
    case "nights":
      return datesBetween(start, end)
    case "calendar_days":
      // The end is exclusive: what ends at midnight is not out on the day that begins then.
      return datesBetween(start, end.subtract({ nanoseconds: 1 })) + 1
  }
}

const datesBetween = (start: Temporal.PlainDateTime, end: Temporal.PlainDateTime): number =>
  start.toPlainDate().until(end.toPlainDate(), { largestUnit: "days" }).days
