import { plainDate, type CivilDate } from "./civil-date"

/** Days from a to b: 1 from today to tomorrow, negative where b is the earlier. */
export function daysBetween(a: CivilDate, b: CivilDate): number {
  return plainDate(a).until(plainDate(b), { largestUnit: "day" }).days
}
