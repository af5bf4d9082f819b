import type { CivilDate } from "./civil-date"
import { cycleDate } from "./cycle-date"
import type { Interval } from "./interval"

/** A half-open stretch of days: `start` is in it, `end` is not. */
export interface Period {
  start: CivilDate
  end: CivilDate
}

/** The nth period of an anchored interval, `[start, end)`. */
export function period(anchor: CivilDate, interval: Interval, n: number): Period {
  return { start: cycleDate(anchor, interval, n), end: cycleDate(anchor, interval, n + 1) }
}
