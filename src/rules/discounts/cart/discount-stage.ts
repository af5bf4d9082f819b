import { takeOff, type CartPlan } from "../../cart"
import { isPositive } from "../../money"
import { evaluateDiscounts } from "../calculation/evaluate-discounts"
import type { DiscountAnswer, DiscountFacts } from "../types"

export interface DiscountedPlan {
  plan: CartPlan
  answer: DiscountAnswer
}

/**
 * Takes the discounts off each line, one amount for each discount, under its name (D20). The same for a cart, a draft
 * and an edit; the caller writes the plan. `answer`: where it was found beside promotions.
 */
export function discountStage(
  plan: CartPlan,
  facts: DiscountFacts,
  answer: DiscountAnswer = evaluateDiscounts(facts),
): DiscountedPlan {
  const amounts = answer.lines.flatMap(({ id: lineId, discounts }) =>
    discounts
      .filter(({ amount }) => isPositive(amount))
      .map(({ amount, name }) => ({ lineId, amount, description: name })),
  )
  return { plan: takeOff(plan, { stage: "discounts", room: "discounts" }, amounts), answer }
}
