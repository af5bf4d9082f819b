import type { CivilDate, Period } from "../../calendar"
import { decideRenewals, type RenewalSettings } from "./decide-renewals"
import { nextDueOn } from "./next-due-on"
import type { SubscriptionFacts } from "../types"

/** What the next run will do with a subscription. */
export type UpcomingRenewal =
  | {
      kind: "bill"
      cycle: number
      issueOn: CivilDate
      dueOn: CivilDate
      periodStart: CivilDate
      periodEnd: CivilDate
      partOf?: Period
    }
  | { kind: "end"; to: "canceled" | "expired"; on: CivilDate }

/**
 * The run's decision on the next date on which it handles the subscription; null if it never will. A cycle that a long
 * downtime would skip is not the upcoming one.
 */
export function upcomingRenewal(
  subscription: SubscriptionFacts,
  settings: Omit<RenewalSettings, "asOf">,
): UpcomingRenewal | null {
  const issueOn = nextDueOn(subscription, settings)
  if (issueOn === null) {
    return null
  }
  const [next] = decideRenewals(subscription, { ...settings, asOf: issueOn })
  if (next?.kind === "bill") {
    return { ...next, issueOn }
  }
  return next?.kind === "end" ? { kind: "end", to: next.to, on: next.on } : null
}
