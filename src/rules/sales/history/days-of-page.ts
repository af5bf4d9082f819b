import type { CivilDate } from "../../calendar"

/** How many sales a day has. */
export interface DayCount {
  day: CivilDate
  count: number
}

/** The days on which a page's sales are, among days in the page's order, and how many sales of them come before the page. */
export function daysOfPage(
  counts: readonly DayCount[],
  { limit, offset }: { limit: number; offset: number },
): { days: CivilDate[]; skipped: number } {
  const days: CivilDate[] = []
  let skipped = offset
  let before = 0
  for (const { day, count } of counts) {
    const isReached = before + count > offset && before < offset + limit
    if (isReached && !days.length) {
      skipped = offset - before
    }
    if (isReached) {
      days.push(day)
    }
    before += count
  }
  return { days, skipped }
}
