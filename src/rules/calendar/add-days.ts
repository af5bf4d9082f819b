import { civilDate, plainDate, type CivilDate } from "./civil-date"

/** The date that many days later; earlier, if the number is negative. */
export function addDays(date: CivilDate, days: number): CivilDate {
  return civilDate(plainDate(date).add({ days }))
}
