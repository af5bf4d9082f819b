import { addDays, addInterval, type CivilDate } from "../../../rules/calendar"

/** A month as a calendar shows it: weeks from Monday on, with the days of the months around as null. */
export interface CalendarMonth {
  first: CivilDate
  last: CivilDate
  weeks: (CivilDate | null)[][]
}

export const firstOfMonth = (date: CivilDate): CivilDate => `${date.slice(0, 7)}-01`

export const monthAfter = (first: CivilDate, months: number): CivilDate =>
  addInterval(first, { unit: "month", count: months })

/** Days since Monday. */
const weekday = (date: CivilDate): number => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7

export function calendarMonth(first: CivilDate): CalendarMonth {
  const next = monthAfter(first, 1)
  const days: (CivilDate | null)[] = Array.from({ length: weekday(first) }, () => null)
  for (let date = first; date < next; date = addDays(date, 1)) {
    days.push(date)
  }
  const weeks: (CivilDate | null)[][] = []
  for (let at = 0; at < days.length; at += 7) {
    const week = days.slice(at, at + 7)
    weeks.push([...week, ...Array.from({ length: 7 - week.length }, () => null)])
  }
  return { first, last: addDays(next, -1), weeks }
}
