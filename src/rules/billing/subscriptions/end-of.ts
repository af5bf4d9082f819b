import { compareDates, type CivilDate } from "../../calendar"
import type { EndDecision, SubscriptionFacts } from "../types"

/** How and when a subscription will end by itself, if it will: what comes first of cancellation and expiry. */
export function endOf({ cancelOn, expiresOn }: Pick<SubscriptionFacts, "cancelOn" | "expiresOn">): EndDecision | null {
  if (cancelOn !== null && (expiresOn === null || compareDates(cancelOn, expiresOn) <= 0)) {
    return { kind: "end", to: "canceled", on: cancelOn }
  }
  return expiresOn === null ? null : { kind: "end", to: "expired", on: expiresOn }
}

/** Whether a date is before a subscription's end; one that has no end goes on for ever. */
export function isBefore(date: CivilDate, end: EndDecision | null): boolean {
  return end === null || compareDates(date, end.on) < 0
}
