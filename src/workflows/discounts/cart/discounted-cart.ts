import type { DiscountFacts } from "../../../rules/discounts"
import type { DiscountedPlan } from "../../../rules/discounts/cart/discount-stage"
import type { DiscountSale } from "./discount-sale"

/** A cart's plan with its discounts, and what the rule was asked. */
export interface DiscountedCart extends DiscountedPlan {
  sale: DiscountSale
  facts: DiscountFacts
}
