import { addDays, type CivilDate } from "../../rules/calendar"
import type { DocumentTexts } from "./document-texts"

type Months = Pick<DocumentTexts, "months">

/** "28 Feb 2027". */
export const writeDate = (date: CivilDate, texts: Months): string => partsOf(date, texts).join(" ")

/**
 * The days of a half-open period with its last day, not the day after it, and each part that both have once:
 * "28 Feb – 30 Mar 2027".
 */
export function writePeriod({ start, end }: { start: CivilDate; end: CivilDate }, texts: Months): string {
  const last = addDays(end, -1)
  if (last <= start) {
    return writeDate(start, texts)
  }
  const from = partsOf(start, texts)
  const to = partsOf(last, texts)
  const same = from[2] !== to[2] ? 0 : from[1] !== to[1] ? 1 : 2
  return `${from.slice(0, 3 - same).join(" ")} – ${to.join(" ")}`
}

function partsOf(date: CivilDate, { months }: Months): [day: string, month: string, year: string] {
  const [year = "", month = "", day = ""] = date.split("-")
  return [String(Number(day)), months[Number(month) - 1] ?? month, year]
}
