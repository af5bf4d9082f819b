import { compareDates, type CivilDate } from "../../calendar"
import { isFinal } from "./billable"
import type { SubscriptionFacts } from "../types"

export type UndoCancelDecision = { kind: "undo" } | { kind: "refuse"; reason: string }

/** Whether a cancellation can be undone: only before it takes effect (B23). */
export function decideUndoCancel({
  subscription,
  asOf,
}: {
  subscription: Omit<SubscriptionFacts, "nextDueOn">
  asOf: CivilDate
}): UndoCancelDecision {
  const { status, cancelOn } = subscription
  if (isFinal(status)) {
    return { kind: "refuse", reason: `The subscription is ${status} already` }
  }
  if (cancelOn === null) {
    return { kind: "refuse", reason: "The subscription is not to be canceled" }
  }
  if (compareDates(cancelOn, asOf) <= 0) {
    return { kind: "refuse", reason: `The cancellation takes effect on ${cancelOn}: it is too late to undo it` }
  }
  return { kind: "undo" }
}
