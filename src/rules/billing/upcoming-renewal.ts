import type { CivilDate } from "../calendar"
import { multiply, round, sum, type Decimal } from "../money"
import { decideRenewals, type RenewalSettings } from "./decide-renewals"
import { nextDueOn } from "./next-due-on"
import type { SubscriptionFacts } from "./types"

export interface UpcomingItem {
  id: string
  quantity: number
  unitPrice: Decimal
}

/** What a run will do next to a subscription, as it stands now. Amounts are the lines' own, before what tax adds. */
export type UpcomingRenewal =
  | { kind: "bill"; cycle: number; issueOn: CivilDate; dueOn: CivilDate; periodStart: CivilDate; periodEnd: CivilDate }
  | { kind: "end"; to: "canceled" | "expired"; on: CivilDate }

/**
 * The run's own decision on the next date that it will look at the subscription; null where it never will. A cycle that
 * a long downtime would skip is not the upcoming one.
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
    const { cycle, dueOn, periodStart, periodEnd } = next
    return { kind: "bill", cycle, issueOn, dueOn, periodStart, periodEnd }
  }
  return next?.kind === "end" ? { kind: "end", to: next.to, on: next.on } : null
}

/** The amounts of an upcoming bill: each line rounded once, and their sum. */
export function upcomingAmounts(
  items: readonly UpcomingItem[],
  currency: string,
): { lines: { id: string; amount: Decimal }[]; subtotal: Decimal } {
  const lines = items.map(({ id, quantity, unitPrice }) => ({
    id,
    amount: round(multiply(unitPrice, quantity), currency),
  }))
  return { lines, subtotal: round(sum(lines.map(({ amount }) => amount)), currency) }
}
