import { compareDates, type CivilDate } from "../../calendar"
import { toSubscriptionFacts, type SubscriptionColumns } from "../subscriptions/subscription-columns"
import { wholeCycleStart } from "./cycle-start"

/**
 * Where the whole period begins that runs, or that the running part is of, after a change (B25). The part that leads to a billing
 * day comes after a period that is whole by itself (B5a). null: nothing is billed yet.
 */
export function wholeStart(row: SubscriptionColumns): CivilDate | null {
  if (row.period_start === null || row.part_from) {
    return row.period_start
  }
  const whole = row.whole_from ?? wholeCycleStart(toSubscriptionFacts(row), row.next_cycle - 1)
  return compareDates(whole, row.period_start) < 0 ? whole : row.period_start
}
