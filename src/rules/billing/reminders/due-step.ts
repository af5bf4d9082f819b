import { addDays, compareDates, type CivilDate } from "../../calendar"

/** After so many days a message about something that has happened is no news any more. */
export const NEWS_DAYS = 7

export interface Countdown {
  /** Days before the date on which to remind. */
  days: readonly number[]
  /** What is reminded of. */
  date: CivilDate
  asOf: CivilDate
  /** Steps on this day or earlier are left out, as the period began, or the invoice was issued, then. */
  after?: CivilDate | null
}

/**
 * The step of a countdown that a date has reached, as days before: the latest one. null: none yet, or the date itself has
 * come, and there is nothing to warn of any more.
 */
export function stepBefore({ days, date, asOf, after }: Countdown): number | null {
  if (compareDates(asOf, date) >= 0) {
    return null
  }
  const reached = days.filter((day) => {
    const on = addDays(date, -day)
    return compareDates(on, asOf) <= 0 && (!after || compareDates(on, after) > 0)
  })
  return reached.length ? Math.min(...reached) : null
}

/** The step after a date that has been reached, as days after: the latest one, as long as it is news. */
export function stepAfter({ days, date, asOf }: Omit<Countdown, "after">): number | null {
  const reached = days.filter((day) => isNews(addDays(date, day), asOf))
  return reached.length ? Math.max(...reached) : null
}

/** Whether what happened on a date is still worth a message. */
export function isNews(date: CivilDate, asOf: CivilDate): boolean {
  return compareDates(date, asOf) <= 0 && compareDates(asOf, addDays(date, NEWS_DAYS)) <= 0
}
