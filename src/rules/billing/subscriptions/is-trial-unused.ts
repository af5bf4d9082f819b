import { compareDates, type CivilDate } from "../../calendar"
import type { SubscriptionStatus } from "../states"

/**
 * Whether a purchase that is canceled or given back in full leaves its trial unused, so that the customer may have it
 * another time (B14): it was still waiting for its payment, or is undone on its first day.
 */
export function isTrialUnused(
  { status, trial_end_on }: { status: SubscriptionStatus; trial_end_on: CivilDate | null },
  { startedOn, asOf }: { startedOn: CivilDate; asOf: CivilDate },
): boolean {
  return trial_end_on !== null && (status === "pending" || compareDates(asOf, startedOn) <= 0)
}
