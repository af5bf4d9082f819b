import { addInterval, compareDates, type CivilDate } from "../../calendar"
import type { SubscriptionFacts } from "../types"
import { cycleStart } from "./cycle-start"

export type TermFacts = Pick<
  SubscriptionFacts,
  "anchorOn" | "anchorCycle" | "interval" | "nextCycle" | "partFrom" | "minimumTermOn" | "notice"
>

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
  const { minimumTermOn = null, notice = null, nextCycle } = facts
  const noticeEnd = notice && addInterval(asOf, notice)
  const isLater = (bound: CivilDate | null, date: CivilDate): boolean => bound !== null && compareDates(bound, date) > 0
  let cycle = nextCycle
  let reason: EarliestEnd["reason"] = "billed_period"
  while (isLater(minimumTermOn, cycleStart(facts, cycle)) || isLater(noticeEnd, cycleStart(facts, cycle))) {
    reason = isLater(minimumTermOn, cycleStart(facts, cycle)) ? "minimum_term" : "notice_period"
    cycle += 1
  }
  return { on: cycleStart(facts, cycle), reason }
}
