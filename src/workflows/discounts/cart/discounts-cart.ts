import type { MedusaContainer } from "@medusajs/framework/types"
import { hasDiscounts } from "../../../modules/discounts"
import { CORE_MODULE, type CoreModuleService } from "../../../modules/core"
import { discountStage } from "../../../rules/discounts/cart/discount-stage"
import type { CartPlan } from "../../../rules/cart"
import type { CartPass, CartRoom, CartStage } from "../../cart/cart-stage"
import type { MedusaCart } from "../../cart/medusa-cart"
import { findDiscountFacts } from "./load-discount-facts"
import { contextOfPlan } from "./context-of-plan"
import { answerBesidePromotions, type CartPromotions } from "./answer-beside-promotions"
import type { DiscountedCart } from "./discounted-cart"
import { releaseDiscounts, reserveDiscountUses } from "./reserve-discount-uses"
import { orHasTerms, termsOfCart } from "./terms-of-cart"

interface CartToDiscount {
  plan: CartPlan
  cart: MedusaCart
  promotions: CartPromotions
}

/** A cart's plan with the discounts that apply now; null where none can apply. */
export async function discountCart(
  container: MedusaContainer,
  { plan, cart, promotions }: CartToDiscount,
): Promise<DiscountedCart | null> {
  const core = container.resolve<CoreModuleService>(CORE_MODULE)
  const context = contextOfPlan(plan, { ...cart, region_id: cart.region_id ?? cart.region?.id })
  const facts = plan.lines.length
    ? await findDiscountFacts(container, context, {
        asOf: () => core.today(),
        ...(await termsOfCart(container, context)),
      })
    : null
  if (!facts) {
    return null
  }
  const answer = await answerBesidePromotions(container, { plan, cart, facts }, promotions)
  return { context, facts, ...discountStage(plan, facts, answer) }
}

/** At completion Medusa calculates no promotions any more: those that the cart shows are those of the order. */
const promotionsIn = (pass: CartPass): CartPromotions =>
  pass.kind === "amounts" ? { kind: "calculated", ...pass.promotions } : { kind: "shown", isStrict: false }

const stage: CartStage = {
  name: "discounts",
  run: async (container, { plan, cart, pass }) => {
    const discounted = await discountCart(container, { plan, cart, promotions: promotionsIn(pass) })
    if (!discounted) {
      return { plan }
    }
    const isChecked = discounted.answer.lines.some(({ trace }) => trace.length)
    return pass.kind === "completion" && isChecked
      ? { plan: discounted.plan, reserve: () => reserveDiscountUses(container, discounted) }
      : { plan: discounted.plan }
  },
}

/** The discounts' stage of the cart pipeline. A store without discounts skips it, but for carts that have terms of their own. */
export const discountsCart: CartRoom = {
  room: "discounts",
  condition: (cartId) => orHasTerms(hasDiscounts(), cartId),
  payload: null,
  stages: [stage],
  release: (container, recordId) => releaseDiscounts(container, recordId as string),
}
