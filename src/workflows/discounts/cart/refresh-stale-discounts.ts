import type { MedusaContainer } from "@medusajs/framework/types"
import { refreshCartItemsWorkflow } from "@medusajs/medusa/core-flows"
import { concernedRooms, CORE_MODULE, type CoreModuleService } from "../../../modules/core"
import { cartHasDiscounts } from "../../../modules/discounts"
import { adjustmentChanges } from "../../../rules/cart"
import { refuse } from "../../errors/refuse"
import { DISCOUNT_PROVIDER } from "./discount-provider"
import { discountCart } from "./discounts-cart"
import { loadCartAtRest, planAtRest, type CartAtRest } from "./load-discount-cart"

/**
 * Brings a cart that is about to be completed up to date, where its discounts are not what they were when it was changed
 * last: a period began or ended, a discount was used up or changed, the customer's groups did. Medusa then takes the
 * payment sessions of another amount away, and the buyer is told so: nobody pays a price that they have not seen.
 */
export async function refreshStaleDiscounts(container: MedusaContainer, cartId: string): Promise<void> {
  const { knex } = container.resolve<CoreModuleService>(CORE_MODULE).db
  const conditions = new Map([["discounts", cartHasDiscounts(cartId, DISCOUNT_PROVIDER)]])
  const { rooms, hasRecords } = await concernedRooms(knex, cartId, conditions)
  if (!rooms.size) {
    return
  }
  const cart = await loadCartAtRest(container, cartId)
  if (!cart || cart.completed_at || (await isCurrent(container, cart, hasRecords))) {
    return
  }
  await refreshCartItemsWorkflow(container).run({ input: { cart_id: cartId } })
  const refreshed = await loadCartAtRest(container, cartId)
  if (isPaid(cart) && refreshed && !isPaid(refreshed)) {
    refuse(
      "discounts",
      "They have changed, and with them the cart's total: check it, choose the payment, then complete",
    )
  }
}

/** Whether a cart has just the discounts that the rule gives it now. */
async function isCurrent(container: MedusaContainer, cart: CartAtRest, hasRecords: boolean): Promise<boolean> {
  const standing = await planAtRest(container, cart, hasRecords)
  const discounted = await discountCart(container, standing, cart)
  const { add, remove } = adjustmentChanges(discounted?.plan ?? standing, ["discounts"])
  return !add.length && !remove.length
}

const isPaid = (cart: CartAtRest): boolean => Boolean(cart.payment_collection?.payment_sessions?.length)
