import { isDependent, priceOf, takeOff, type CartPlan } from "../../cart"
import { BILLING_ROOM, billingLineOf } from "./billing-line"
import { trialDaysOf } from "./line-offers"
import { trialDescription } from "./line-words"

/**
 * A line on trial is free now (B14): it is taken off whole, in the way its price is taxed, so that nothing is left of it
 * in either reckoning. Its fee is a line of its own and stays due. It goes by the terms that the plan's lines bear.
 */
export function trialStage(plan: CartPlan): CartPlan {
  const free = plan.lines.flatMap((planned) => {
    const kept = isDependent(planned) ? null : billingLineOf(planned.identity?.payload)
    const days = kept ? trialDaysOf(kept.terms) : 0
    const { line } = planned
    return days > 0
      ? [{ lineId: line.id, amount: priceOf(line), description: trialDescription(days, plan.cart.locale) }]
      : []
  })
  return takeOff(plan, { stage: "trial", room: BILLING_ROOM }, free)
}
