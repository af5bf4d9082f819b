export const INTERVAL_UNITS = ["day", "week", "month", "year"] as const
export type IntervalUnit = (typeof INTERVAL_UNITS)[number]

/** The length of a cycle: every `count` days, weeks, months or years. */
export interface Interval {
  unit: IntervalUnit
  count: number
}

/** `interval` n times over, as Temporal takes it. */
export function durationOf(interval: Interval, n: number): { days: number } | { weeks: number } | { months: number } {
  const length = interval.count * n
  switch (interval.unit) {
    case "day":
      return { days: length }
    case "week":
      return { weeks: length }
    case "month":
      return { months: length }
    case "year":
      return { months: 12 * length }
  }
}
