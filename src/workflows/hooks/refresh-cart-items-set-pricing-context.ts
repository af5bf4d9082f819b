import { refreshCartItemsWorkflow } from "@medusajs/medusa/core-flows"
import { undoHealing, type HealedCart } from "../billing/cart/heal-cart-lines"
import { refreshCartLines, type RefreshedItem } from "../billing/cart/refresh-cart-lines"
import { composeRooms } from "./compose-rooms"
import { isHookOurs } from "./is-hook-ours"

interface RefreshCartItemsInput {
  cart_id: string
  /** The lines that were just added or merged into; none on any other refresh. */
  items?: RefreshedItem[]
}

/**
 * After lines were added, changed, merged, removed or taken along to another region, and before the cart is read for its
 * prices, shipping, taxes and promotions. Order: billing (records, keys, companion lines).
 */
export const refreshCartItemsSetPricingContext = composeRooms<RefreshCartItemsInput>([
  {
    room: "billing",
    run: async ({ cart_id, items }, container) => ({ undo: await refreshCartLines(container, cart_id, items ?? []) }),
    undo: async (undo, container) => {
      if (undo) {
        await undoHealing(container, undo as HealedCart)
      }
    },
  },
])

if (isHookOurs("refreshCartItems.setPricingContext")) {
  refreshCartItemsWorkflow.hooks.setPricingContext(
    refreshCartItemsSetPricingContext.invoke,
    refreshCartItemsSetPricingContext.compensate,
  )
}
