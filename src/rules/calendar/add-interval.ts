import type { CivilDate } from "./civil-date"
import { cycleDate } from "./cycle-date"
import type { Interval } from "./interval"

/** The date one interval later. For a second one, count from the first date again with `cycleDate`. */
export function addInterval(date: CivilDate, interval: Interval): CivilDate {
  return cycleDate(date, interval, 1)
}
