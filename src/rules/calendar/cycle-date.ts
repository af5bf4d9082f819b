import { civilDate, plainDate, type CivilDate } from "./civil-date"
import { durationOf, type Interval } from "./interval"

/**
 * The date on which cycle n starts; n = 0 is the anchor. Always counted from the anchor, and a day that a month lacks
 * becomes that month's last: 31 Jan, 28 Feb, 31 Mar, 30 Apr.
 */
export function cycleDate(anchor: CivilDate, interval: Interval, n: number): CivilDate {
  return civilDate(plainDate(anchor).add(durationOf(interval, n)))
}
