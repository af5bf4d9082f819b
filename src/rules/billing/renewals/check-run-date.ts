import { compareDates, type CivilDate } from "../../calendar"

/**
 * Why a run cannot bill what is due by a date; null: it can. An issued invoice never changes, so that nothing is issued
 * for a day that has not come, on the demo clock neither.
 */
export function checkRunDate(asOf: CivilDate, today: CivilDate): string | null {
  return compareDates(asOf, today) > 0
    ? `as_of: ${asOf} is after the store's date (${today}); nothing is billed ahead of time`
    : null
}
