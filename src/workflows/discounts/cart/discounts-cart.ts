import type { MedusaContainer } from "@medusajs/framework/types"
import { hasDiscounts } from "../../../modules/discounts"
import { CORE_MODULE, type CoreModuleService } from "../../../modules/core"
import { discountStage } from "../../../rules/discounts/cart/discount-stage"
import type { CartPlan } from "../../../rules/cart"
import type { CartRoom, CartStage } from "../../cart/cart-stage"
import type { MedusaCart } from "../../cart/medusa-cart"
import { findDiscountFacts } from "./load-discount-facts"
import { saleOfPlan } from "./sale-of-plan"
import type { DiscountedCart } from "./discounted-cart"
import { releaseDiscounts, takeDiscountUses } from "./take-discount-uses"
import { termsOfCart } from "./terms-of-cart"

/** A cart's plan with the discounts that the rule gives it now; null where none can matter. */
export async function discountCart(
  container: MedusaContainer,
  plan: CartPlan,
  cart: MedusaCart,
): Promise<DiscountedCart | null> {
  const core = container.resolve<CoreModuleService>(CORE_MODULE)
  const sale = saleOfPlan(plan, { ...cart, region_id: cart.region_id ?? cart.region?.id })
  const facts = plan.lines.length
    ? await findDiscountFacts(container, sale, {
        asOf: () => core.today(),
        ...(await termsOfCart(container, sale)),
      })
    : null
  return facts && { sale, facts, ...discountStage(plan, facts) }
}

const stage: CartStage = {
  name: "discounts",
  run: async (container, { plan, cart, pass }) => {
    const discounted = await discountCart(container, plan, cart)
    if (!discounted) {
      return { plan }
    }
    const isLookedAt = discounted.answer.lines.some(({ trace }) => trace.length)
    return pass.kind === "completion" && isLookedAt
      ? { plan: discounted.plan, reserve: () => takeDiscountUses(container, discounted) }
      : { plan: discounted.plan }
  },
}

/**
 * What discounts do to carts. Where a store has none, a cart is asked nothing more; a source of personal terms
 * (`termsOfCart`) says in the condition, too, which carts it knows.
 */
export const discountsCart: CartRoom = {
  room: "discounts",
  condition: hasDiscounts,
  payload: null,
  stages: [stage],
  release: (container, saleId) => releaseDiscounts(container, saleId as string),
}
