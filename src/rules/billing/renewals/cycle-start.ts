import { cycleDate, type CivilDate } from "../../calendar"
import type { SubscriptionFacts } from "../types"

/** The date on which a cycle of a subscription starts and is due. Counted from its anchor, which a late payment may move. */
export function cycleStart(
  { anchorOn, anchorCycle, interval }: Pick<SubscriptionFacts, "anchorOn" | "anchorCycle" | "interval">,
  cycle: number,
): CivilDate {
  return cycleDate(anchorOn, interval, cycle - anchorCycle)
}
