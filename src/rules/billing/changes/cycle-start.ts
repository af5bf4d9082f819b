import { compareDates, cycleDate, type CivilDate } from "../../calendar"
import type { SubscriptionFacts } from "../types"

type Dated = Pick<SubscriptionFacts, "anchorOn" | "anchorCycle" | "interval"> &
  Partial<Pick<SubscriptionFacts, "nextCycle" | "partFrom">>

/**
 * The date on which a cycle of a subscription starts and is due. Counted from its anchor, which a late payment may move;
 * the next one may begin within its period, after a change (B25).
 */
export function cycleStart(dated: Dated, cycle: number): CivilDate {
  return dated.partFrom && cycle === dated.nextCycle ? dated.partFrom : wholeCycleStart(dated, cycle)
}

/** Where the whole period starts that a cycle is, or lies in. */
export function wholeCycleStart({ anchorOn, anchorCycle, interval }: Dated, cycle: number): CivilDate {
  return cycleDate(anchorOn, interval, cycle - anchorCycle)
}

/** The first day of the first cycle that is not billed and starts on a day or later; null: the next one's. */
export function cycleStartFrom(
  subscription: Dated & Pick<SubscriptionFacts, "nextCycle">,
  earliestOn: CivilDate | null,
): CivilDate {
  let cycle = subscription.nextCycle
  while (earliestOn !== null && compareDates(cycleStart(subscription, cycle), earliestOn) < 0) {
    cycle += 1
  }
  return cycleStart(subscription, cycle)
}

/** When a cycle is billed that is asked for before it starts (B31); null: when it starts. */
export const earlyDate = (
  { earlyOn, nextCycle }: Pick<SubscriptionFacts, "earlyOn" | "nextCycle">,
  cycle: number,
): CivilDate | null => (earlyOn && cycle === nextCycle ? earlyOn : null)
