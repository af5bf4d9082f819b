import { addDays, compareDates, daysBetween, type CivilDate } from "../../calendar"

const STANDARD_DAYS = 30
/** Eleven years. */
const MOST_DAYS = 4018

export interface FigureRange {
  from: CivilDate
  to: CivilDate
}

export type FigureRangeAnswer =
  { ok: true; range: FigureRange } | { ok: false; problems: { field: "from" | "to"; reason: string }[] }

/** The days that are asked for, both counted; left out: the last 30 up to today. Nothing is known of days to come. */
export function figureRange(
  { from, to }: { from?: CivilDate | undefined; to?: CivilDate | undefined },
  { asOf }: { asOf: CivilDate },
): FigureRangeAnswer {
  const last = to ?? asOf
  const first = from ?? addDays(last, 1 - STANDARD_DAYS)
  if (compareDates(last, asOf) > 0) {
    return { ok: false, problems: [{ field: "to", reason: `is after today, ${asOf}` }] }
  }
  if (compareDates(first, last) > 0) {
    return { ok: false, problems: [{ field: "from", reason: `is after ${last}` }] }
  }
  return daysBetween(first, last) >= MOST_DAYS
    ? { ok: false, problems: [{ field: "from", reason: `takes at most ${MOST_DAYS} days` }] }
    : { ok: true, range: { from: first, to: last } }
}
