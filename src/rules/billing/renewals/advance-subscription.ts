import type { CivilDate } from "../../calendar"
import { nextDueOn } from "./next-due-on"
import type { SubscriptionStatus } from "../states"
import { statusAfterIssue } from "./status-after-issue"
import type { RenewalDecision, SubscriptionFacts } from "../types"

/** A subscription after its decisions were applied. */
export interface SubscriptionPosition {
  status: SubscriptionStatus
  nextCycle: number
  nextDueOn: CivilDate | null
  /** The period billed last; null if the decisions billed none, and the old one stays. */
  period: { start: CivilDate; end: CivilDate } | null
  /** The date on which it ended; null while it runs. */
  endedOn: CivilDate | null
}

/**
 * Moves a subscription past the cycles that were billed or skipped. The first billed cycle ends a trial. An end is
 * final: nothing is due any more.
 */
export function advanceSubscription(
  subscription: SubscriptionFacts,
  decisions: RenewalDecision[],
  settings: { invoiceDaysBefore: number },
): SubscriptionPosition {
  const cycles = decisions.filter((decision) => decision.kind === "bill" || decision.kind === "skip")
  const lastCycle = cycles.at(-1)
  const billed = decisions.filter((decision) => decision.kind === "bill").at(-1)
  const end = decisions.find((decision) => decision.kind === "end")
  const nextCycle = lastCycle ? lastCycle.cycle + 1 : subscription.nextCycle
  const going = billed ? statusAfterIssue(subscription.status) : subscription.status
  const status = end ? end.to : going
  return {
    status,
    nextCycle,
    nextDueOn: end ? null : nextDueOn({ ...subscription, status, nextCycle, ...billedPart(lastCycle) }, settings),
    period: billed ? { start: billed.periodStart, end: billed.periodEnd } : null,
    endedOn: end ? end.on : null,
  }
}

/** What was billed in part, or early, is billed: the cycles after it are whole, and come on their days. */
const billedPart = (lastCycle: object | undefined): { partFrom?: null; earlyOn?: null } =>
  lastCycle ? { partFrom: null, earlyOn: null } : {}
