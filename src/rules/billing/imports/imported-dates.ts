import { compareDates, cycleDate, daysBetween, type CivilDate, type Interval } from "../../calendar"
import { UNITS_PER_YEAR } from "../offers/fill-cycles"
import type { FileSubscription } from "./file-subscription"

export interface ImportedDates {
  anchorOn: CivilDate
  /** The cycle that starts on the anchor. */
  anchorCycle: number
  nextCycle: number
  /** The period that runs; null in a trial. */
  periodStart: CivilDate | null
  periodEnd: CivilDate | null
}

/** The next one is cycle 1, and the period that runs was billed elsewhere; in a trial nothing was, and it is cycle 0. */
const NEXT = { trialing: 0, active: 1, ending: 1 } as const

/**
 * The dates of a moved subscription. The anchor is the day on which it has started, where cycles counted from there come to its next
 * date: what began on 31 January and is due on 28 February is due on 31 March after it. Else it is the next date itself.
 */
export function importedDates({
  status,
  interval,
  nextOn,
  startedOn,
}: Pick<FileSubscription, "status" | "interval" | "nextOn" | "startedOn">): ImportedDates {
  const nextCycle = NEXT[status]
  const cycles = startedOn === null || status === "trialing" ? null : cyclesBetween(startedOn, nextOn, interval)
  const anchor =
    startedOn === null || cycles === null
      ? { anchorOn: nextOn, anchorCycle: nextCycle }
      : { anchorOn: startedOn, anchorCycle: nextCycle - cycles }
  const startOf = (cycle: number): CivilDate => cycleDate(anchor.anchorOn, interval, cycle - anchor.anchorCycle)
  const isPaid = status !== "trialing"
  return {
    ...anchor,
    nextCycle,
    periodStart: isPaid ? startOf(nextCycle - 1) : null,
    periodEnd: isPaid ? startOf(nextCycle) : null,
  }
}

/** How many whole cycles lie between two dates; null: they are not whole, or none. */
function cyclesBetween(from: CivilDate, to: CivilDate, interval: Interval): number | null {
  if (compareDates(from, to) >= 0) {
    return null
  }
  const days = (365 * interval.count) / UNITS_PER_YEAR[interval.unit]
  const about = Math.floor(daysBetween(from, to) / days)
  return [about - 1, about, about + 1, about + 2].find((n) => n > 0 && cycleDate(from, interval, n) === to) ?? null
}
