import type { AddItemAdjustmentAction, ComputeActionContext, MedusaContainer } from "@medusajs/framework/types"
import { Modules, PromotionActions } from "@medusajs/framework/utils"
import { shownPromotions, shownTaken, type CartPlan } from "../../../rules/cart"
import {
  besidePromotions,
  besideShownPromotions,
  type DiscountAnswer,
  type DiscountFacts,
  type Promoted,
} from "../../../rules/discounts"
import { discountStage } from "../../../rules/discounts/cart/discount-stage"
import { sum, taxedAs, type Decimal } from "../../../rules/money"
import type { AskedPromotions } from "../../cart/cart-stage"
import type { MedusaCart } from "../../cart/medusa-cart"
import { promotionItems } from "../../cart/promotion-items"
import { decimalOf } from "./evaluation-context"

/** Where the promotions that follow the discounts are known from. */
export type CartPromotions =
  /** Medusa is about to calculate them. */
  | ({ kind: "calculated" } & AskedPromotions)
  /** Those that the cart shows. `isStrict`: see `besideShownPromotions`. */
  | { kind: "shown"; isStrict: boolean }

interface Evaluated {
  plan: CartPlan
  cart: MedusaCart
  facts: DiscountFacts
}

/**
 * What discounts take off a cart, so that together with promotions they keep the store's limits (D24). Without limits,
 * promotions are not looked at.
 */
export async function answerBesidePromotions(
  container: MedusaContainer,
  { plan, cart, facts }: Evaluated,
  promotions: CartPromotions,
): Promise<DiscountAnswer> {
  if (promotions.kind === "shown") {
    const lines = plan.lines.map(({ line }) => line)
    const own = shownTaken(lines, "discounts")
    return besideShownPromotions(facts, { own, promoted: shownPromotions(lines), isStrict: promotions.isStrict })
  }
  const codes = codesToApply(cart, promotions)
  return settle(besidePromotions(facts), (answer) =>
    promotedBy(container, { plan: discountStage(plan, facts, answer).plan, cart, codes }),
  )
}

/** Runs a search to its end, asking for promotions in each round. */
export async function settle(
  search: Generator<DiscountAnswer, DiscountAnswer, Promoted>,
  promotedBeside: (answer: DiscountAnswer) => Promise<Promoted>,
): Promise<DiscountAnswer> {
  let step = search.next()
  while (!step.done) {
    step = search.next(await promotedBeside(step.value))
  }
  return step.value
}

const PROMOTION_ACTIONS: Record<"remove" | "replace", string> = {
  remove: PromotionActions.REMOVE,
  replace: PromotionActions.REPLACE,
}

/** The codes of a cart after the request, as Medusa finds them: by the adjustments that it has. */
function codesToApply({ items, shipping_methods }: MedusaCart, { action, codes }: AskedPromotions): string[] {
  const adjusted = [...(items ?? []), ...(shipping_methods ?? [])]
  const current = adjusted.flatMap(({ adjustments }) => (adjustments ?? []).flatMap(({ code }) => code ?? []))
  if (action === PROMOTION_ACTIONS.remove) {
    return current.filter((code) => !codes.includes(code))
  }
  return action === PROMOTION_ACTIONS.replace ? codes : [...new Set([...current, ...codes])]
}

interface Promoting {
  plan: CartPlan
  cart: MedusaCart
  codes: string[]
}

/** The promotion module also returns `is_tax_inclusive`, which its type lacks. */
type AddedAdjustment = AddItemAdjustmentAction & { is_tax_inclusive?: boolean }

/** What Medusa's promotions are going to take off what the plan leaves. Nothing is written. */
async function promotedBy(container: MedusaContainer, { plan, cart, codes }: Promoting): Promise<Promoted> {
  const items = promotionItems(plan, cart.items ?? [])
  const context: unknown = { ...cart, items }
  const actions = await container.resolve(Modules.PROMOTION).computeActions(codes, context as ComputeActionContext)
  const added = actions.filter((one): one is AddedAdjustment => one.action === "addItemAdjustment")
  const amountOf = ({ line }: CartPlan["lines"][number]): Decimal =>
    sum(
      added
        .filter(({ item_id }) => item_id === line.id)
        .map(({ amount, is_tax_inclusive }) =>
          taxedAs(decimalOf(amount), { isTaxInclusive: is_tax_inclusive ?? false, taxRate: line.taxRate }, line),
        ),
    )
  return new Map(plan.lines.map((planned) => [planned.line.id, amountOf(planned)]))
}
