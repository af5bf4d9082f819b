import { Temporal } from "temporal-polyfill"

/** A calendar date without a time or a zone: "2024-02-29". Years 0001 to 9999, so that text order is date order. */
export type CivilDate = string

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/

/** Reads a civil date. Throws RangeError on anything else, 30 February included. */
export function plainDate(date: CivilDate): Temporal.PlainDate {
  const [, year, month, day] = PATTERN.exec(date) ?? []
  try {
    if (year && month && day && year !== "0000") {
      return new Temporal.PlainDate(Number(year), Number(month), Number(day))
    }
  } catch {
    // Temporal says which part is wrong, but not in which date.
  }
  throw new RangeError(`"${date}" is not a date such as 2024-02-29`)
}

/** Writes a civil date. Throws RangeError past the year 9999. */
export function civilDate(date: Temporal.PlainDate): CivilDate {
  if (date.year < 1 || date.year > 9999) {
    throw new RangeError(`the year ${date.year} is out of the calendar`)
  }
  return date.toString()
}
