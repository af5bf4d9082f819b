import { addDays, startOfDay, type CivilDate } from "../../calendar"

/** A lead that was touched before this instant is stale: what `isStale` says, as a bound that an index answers. */
export const staleBefore = (asOf: CivilDate, days: number, timeZone: string): string =>
  startOfDay(addDays(asOf, 1 - days), timeZone)
