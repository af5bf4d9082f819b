import type { MedusaContainer } from "@medusajs/framework/types"
import { refreshCartItemsWorkflow } from "@medusajs/medusa/core-flows"
import { DISCOUNTS_MODULE, type DiscountsModuleService } from "../../../modules/discounts"
import { refuse } from "../../errors/refuse"
import { concernsDiscounts } from "./concerns-discounts"
import { judgeDiscounts } from "./judge-discounts"
import { loadDiscountCart, type DiscountCart } from "./load-discount-cart"

/**
 * Brings a cart that is about to be completed up to date, where its discounts are not what they were when it was changed
 * last: a period began or ended, a discount was used up or changed, the customer's groups did. Medusa then takes the
 * payment sessions of another amount away, and the buyer is told so: nobody pays a price that they have not seen.
 */
export async function refreshStaleDiscounts(container: MedusaContainer, cartId: string): Promise<void> {
  const { knex } = container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db
  if (!(await concernsDiscounts(knex, cartId))) {
    return
  }
  const cart = await loadDiscountCart(container, cartId)
  if (!cart || cart.completed_at || (await judgeDiscounts(container, cart)).isCurrent) {
    return
  }
  await refreshCartItemsWorkflow(container).run({ input: { cart_id: cartId } })
  const refreshed = await loadDiscountCart(container, cartId)
  if (isPaid(cart) && refreshed && !isPaid(refreshed)) {
    refuse(
      "discounts",
      "They have changed, and with them the cart's total: check it, choose the payment, then complete",
    )
  }
}

const isPaid = (cart: DiscountCart): boolean => Boolean(cart.payment_collection?.payment_sessions?.length)
