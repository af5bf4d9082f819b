/** A half-open period of instants, ISO 8601 with an offset: the article is out from `from` until before `to`. */
export interface RentalPeriod {
  from: string
  to: string
}

/** How days of a rental are counted (P5). */
export const DAY_COUNTS = ["started_24_hours", "nights", "calendar_days"] as const
export type DayCount = (typeof DAY_COUNTS)[number]
