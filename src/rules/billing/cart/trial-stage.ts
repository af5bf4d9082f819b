import { isDependent, priceOf, takeOff, type CartPlan } from "../../cart"
import { BILLING_ROOM, billingLineOf } from "./billing-line"
import { trialDaysOf } from "./line-offers"
import { trialDescription } from "./line-words"

/**
 * A line on trial is free now (B14): its whole price is taken off, with or without tax like the price, so that net and
 * gross are zero. Its fee is a line of its own and stays due. Uses the terms in the plan.
 */
export function trialStage(plan: CartPlan): CartPlan {
  const free = plan.lines.flatMap((planned) => {
    const billing = isDependent(planned) ? null : billingLineOf(planned.identity?.payload)
    const days = billing ? trialDaysOf(billing.terms) : 0
    const { line } = planned
    return days > 0
      ? [{ lineId: line.id, amount: priceOf(line), description: trialDescription(days, plan.cart.locale) }]
      : []
  })
  return takeOff(plan, { stage: "trial", room: BILLING_ROOM }, free)
}
