import type { CivilDate } from "./civil-date"

/** −1, 0 or 1. Text order is date order, since every part is padded. */
export function compareDates(a: CivilDate, b: CivilDate): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0
}
