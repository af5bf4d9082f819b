import type { MedusaContainer } from "@medusajs/framework/types"
import { refreshCartItemsWorkflow } from "@medusajs/medusa/core-flows"
import { checkCondition, CORE_MODULE, type CoreModuleService } from "../../../modules/core"
import { cartHasDiscounts } from "../../../modules/discounts"
import { adjustmentChanges } from "../../../rules/cart"
import { refuse } from "../../errors/refuse"
import { DISCOUNT_PROVIDER } from "./discount-provider"
import { discountCart } from "./discounts-cart"
import { orHasTerms } from "./terms-of-cart"
import { loadStoredCart, storedPlan, type StoredCart } from "./load-discount-cart"

/**
 * Refreshes a cart before completion, where its discounts differ from those of its last change: a period began or
 * ended, a discount was used up or changed, or the customer's groups changed. Medusa then deletes the payment sessions
 * of another amount, and the buyer gets an error: nobody pays a price that they have not seen.
 */
export async function refreshStaleDiscounts(container: MedusaContainer, cartId: string): Promise<void> {
  const refreshed = await refreshIfStale(container, cartId)
  if (refreshed && isPaid(refreshed.before) && refreshed.after && !isPaid(refreshed.after)) {
    refuse(
      "discounts",
      "They have changed, and with them the cart's total: check it, choose the payment, then complete",
    )
  }
}

/**
 * The same where nothing is paid yet: after a route of Medusa's that changes the cart without refreshing it. Returns whether
 * the cart has changed.
 */
export const refreshShownDiscounts = async (container: MedusaContainer, cartId: string): Promise<boolean> =>
  (await refreshIfStale(container, cartId)) !== null

interface Refreshed {
  before: StoredCart
  after: StoredCart | null
}

/** Null: the cart's discounts are those of now. */
async function refreshIfStale(container: MedusaContainer, cartId: string): Promise<Refreshed | null> {
  const { knex } = container.resolve<CoreModuleService>(CORE_MODULE).db
  const { holds, hasRecords } = await checkCondition(
    knex,
    cartId,
    orHasTerms(cartHasDiscounts(cartId, DISCOUNT_PROVIDER), cartId),
  )
  if (!holds) {
    return null
  }
  const before = await loadStoredCart(container, cartId)
  if (!before || before.completed_at || (await isCurrent(container, before, hasRecords))) {
    return null
  }
  await refreshCartItemsWorkflow(container).run({ input: { cart_id: cartId } })
  return { before, after: await loadStoredCart(container, cartId) }
}

/** Whether a cart's discounts equal those of an evaluation now. */
async function isCurrent(container: MedusaContainer, cart: StoredCart, hasRecords: boolean): Promise<boolean> {
  const stored = await storedPlan(container, cart, hasRecords)
  const discounted = await discountCart(container, {
    plan: stored,
    cart,
    promotions: { kind: "shown", isStrict: true },
  })
  const { add, remove } = adjustmentChanges(discounted?.plan ?? stored, ["discounts"])
  return !add.length && !remove.length
}

const isPaid = (cart: StoredCart): boolean => Boolean(cart.payment_collection?.payment_sessions?.length)
