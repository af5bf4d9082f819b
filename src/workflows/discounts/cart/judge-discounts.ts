import type { MedusaContainer } from "@medusajs/framework/types"
import { CORE_MODULE, type CoreModuleService } from "../../../modules/core"
import { evaluateDiscounts, type DiscountAnswer, type DiscountFacts } from "../../../rules/discounts"
import { planDiscountAdjustments, wantedAdjustments } from "./discount-adjustments"
import type { DiscountSale } from "./discount-sale"
import { findDiscountFacts } from "./load-discount-facts"
import { termsOfCart } from "./terms-of-cart"

export interface JudgedDiscounts {
  /** Whether the cart has just the discounts that the rule gives it now. */
  isCurrent: boolean
  /** What the rule was asked and said; null where no discount can matter. */
  judged: { facts: DiscountFacts; answer: DiscountAnswer } | null
}

/** Holds a cart at rest against the rule. Its lines are given as `withTrialsTaken` shows them. */
export async function judgeDiscounts(container: MedusaContainer, cart: DiscountSale): Promise<JudgedDiscounts> {
  const core = container.resolve<CoreModuleService>(CORE_MODULE)
  const terms = await termsOfCart(container, cart)
  const facts = await findDiscountFacts(container, cart, { asOf: () => core.today(), ...terms })
  const answer = facts && evaluateDiscounts(facts)
  const wanted = facts && answer ? wantedAdjustments(answer, facts.lines) : []
  const { add, remove } = planDiscountAdjustments(wanted, cart.items ?? [])
  return { isCurrent: !add.length && !remove.length, judged: facts && answer ? { facts, answer } : null }
}
