import { isDependent, priceOf, takeOff, type CartPlan, type PlannedLine } from "../../cart"
import { isPositive } from "../../money"
import { contentLineOf } from "../../packages"
import { BILLING_ROOM, billingLineOf } from "./billing-line"
import { trialDaysOf } from "./line-offers"
import { trialDescription } from "./line-words"

/**
 * A line on trial is free now (B14): its whole price is taken off, with or without tax like the price, so that net and
 * gross are zero. So is what is in a package on trial, and renews with it (B27). Its fee is a line of its own and stays
 * due. Uses the terms in the plan.
 */
export function trialStage(plan: CartPlan): CartPlan {
  const days = new Map(plan.lines.map((planned) => [planned.line.id, ownTrialDays(planned)]))
  const free = plan.lines.flatMap((planned) => {
    const { line } = planned
    const trialDays = days.get(packageOf(planned) ?? line.id) ?? 0
    const amount = priceOf(line)
    return trialDays > 0 && isPositive(amount)
      ? [{ lineId: line.id, amount, description: trialDescription(trialDays, plan.cart.locale) }]
      : []
  })
  return takeOff(plan, { stage: "trial", room: BILLING_ROOM }, free)
}

function ownTrialDays(planned: PlannedLine): number {
  const billing = isDependent(planned) ? null : billingLineOf(planned.identity?.payload)
  return billing ? trialDaysOf(billing.terms) : 0
}

/** The line of the package that a line is in; what is a percentage of the order is charged with it. */
export function packageOf({ identity }: PlannedLine): string | null {
  const content = contentLineOf(identity?.payload)
  return content && content.reason !== "percentage" ? (identity?.parentLineId ?? null) : null
}
