import { addInterval, compareDates, cycleDate, type CivilDate, type Interval } from "../../calendar"

export interface TermFacts {
  /** The first day of the subscription. */
  startedOn: CivilDate
  /** null: it may end after the first period. */
  minimumTerm: Interval | null
  /** null: it may be canceled until the last day of a period. */
  notice: Interval | null
  /** Cycle n starts on `cycleDate(anchorOn, interval, n - anchorCycle)`. */
  anchorOn: CivilDate
  anchorCycle: number
  interval: Interval
  /** The first cycle that is not billed yet. */
  nextCycle: number
}

export interface EarliestEnd {
  on: CivilDate
  /** What keeps it from ending with what is billed. */
  reason: "billed_period" | "minimum_term" | "notice_period"
}

/**
 * From which date on a cancellation given today ends the subscription (B23): the first start of a cycle that is not billed,
 * not within the minimum term, and not earlier than the notice allows.
 */
export function earliestEnd(facts: TermFacts, asOf: CivilDate): EarliestEnd {
  const { startedOn, minimumTerm, notice, anchorOn, anchorCycle, interval, nextCycle } = facts
  const startOf = (cycle: number): CivilDate => cycleDate(anchorOn, interval, cycle - anchorCycle)
  const termEnd = minimumTerm && addInterval(startedOn, minimumTerm)
  const noticeEnd = notice && addInterval(asOf, notice)
  const isLater = (bound: CivilDate | null, date: CivilDate): boolean => bound !== null && compareDates(bound, date) > 0
  let cycle = nextCycle
  let reason: EarliestEnd["reason"] = "billed_period"
  while (isLater(termEnd, startOf(cycle)) || isLater(noticeEnd, startOf(cycle))) {
    reason = isLater(termEnd, startOf(cycle)) ? "minimum_term" : "notice_period"
    cycle += 1
  }
  return { on: startOf(cycle), reason }
}
