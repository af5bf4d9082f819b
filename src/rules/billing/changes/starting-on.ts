import type { CivilDate, Interval } from "../../calendar"
import { alignedPeriod, hasBillingDay, type BillingDay } from "./first-period"

export interface StartingOn {
  anchorOn: CivilDate
  /** The cycle that starts on the anchor. */
  anchorCycle: number
  /** The first day of the cycle where that is a part of its period; null: it is whole. */
  partFrom: CivilDate | null
}

/** The anchor by which a cycle starts on a date: with a billing day, as the part of its period from there (B5a). */
export function startingOn(
  date: CivilDate,
  cycle: number,
  { interval, billingDay }: { interval: Interval; billingDay?: BillingDay | null },
): StartingOn {
  if (!billingDay || !hasBillingDay(interval)) {
    return { anchorOn: date, anchorCycle: cycle, partFrom: null }
  }
  const { anchorOn, anchorCycle, whole } = alignedPeriod({ orderedOn: date, interval, billingDay })
  return { anchorOn, anchorCycle: anchorCycle + cycle, partFrom: whole.start === date ? null : date }
}
