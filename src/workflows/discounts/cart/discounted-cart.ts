import type { DiscountFacts } from "../../../rules/discounts"
import type { DiscountedPlan } from "../../../rules/discounts/cart/discount-stage"
import type { EvaluationContext } from "./evaluation-context"

/** A cart's plan with its discounts, and the facts of the evaluation. */
export interface DiscountedCart extends DiscountedPlan {
  context: EvaluationContext
  facts: DiscountFacts
}
