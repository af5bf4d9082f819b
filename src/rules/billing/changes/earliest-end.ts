import { addInterval, compareDates, type CivilDate } from "../../calendar"
import type { SubscriptionFacts } from "../types"
import { cycleStart } from "./cycle-start"

export type TermFacts = Pick<
  SubscriptionFacts,
  "anchorOn" | "anchorCycle" | "interval" | "nextCycle" | "partFrom" | "billedUntil" | "minimumTermOn" | "notice"
>

export interface EarliestEnd {
  on: CivilDate
  /** What keeps it from ending with what is billed. */
  reason: "billed_period" | "minimum_term" | "notice_period"
}

/**
 * From which date on a cancellation given today ends the subscription (B23): the end of what is billed, else the first start of a
 * cycle that is not billed, not within the minimum term, and not earlier than the notice allows. Where a renewal is skipped, what is
 * billed ends before the next cycle starts.
 */
export function earliestEnd(facts: TermFacts, asOf: CivilDate): EarliestEnd {
  const { minimumTermOn = null, notice = null, nextCycle } = facts
  const noticeEnd = notice && addInterval(asOf, notice)
  const isLater = (bound: CivilDate | null, date: CivilDate): boolean => bound !== null && compareDates(bound, date) > 0
  const billedUntil = skippedFrom(facts)
  let cycle = billedUntil === null ? nextCycle : nextCycle - 1
  let on = billedUntil ?? cycleStart(facts, cycle)
  let reason: EarliestEnd["reason"] = "billed_period"
  while (isLater(minimumTermOn, on) || isLater(noticeEnd, on)) {
    reason = isLater(minimumTermOn, on) ? "minimum_term" : "notice_period"
    cycle += 1
    on = cycleStart(facts, cycle)
  }
  return { on, reason }
}

/** When what is billed ends, where the next cycle is not the one after it; null: it is. */
export function skippedFrom({
  billedUntil = null,
  ...dated
}: Omit<TermFacts, "minimumTermOn" | "notice">): CivilDate | null {
  const isSkipped = billedUntil !== null && compareDates(billedUntil, cycleStart(dated, dated.nextCycle)) < 0
  return isSkipped ? billedUntil : null
}
