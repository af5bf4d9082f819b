import { compareDates, type CivilDate } from "../../calendar"
import type { EndDecision, SubscriptionFacts } from "../types"

/** How and when a subscription ends: the earlier of cancellation and expiry; null: never. */
export function endOf({ cancelOn, expiresOn }: Pick<SubscriptionFacts, "cancelOn" | "expiresOn">): EndDecision | null {
  if (cancelOn !== null && (expiresOn === null || compareDates(cancelOn, expiresOn) <= 0)) {
    return { kind: "end", to: "canceled", on: cancelOn }
  }
  return expiresOn === null ? null : { kind: "end", to: "expired", on: expiresOn }
}

/** Whether a date is before a subscription's end; without an end it always is. */
export function isBefore(date: CivilDate, end: EndDecision | null): boolean {
  return end === null || compareDates(date, end.on) < 0
}
