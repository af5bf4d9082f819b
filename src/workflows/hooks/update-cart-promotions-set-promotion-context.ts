import { updateCartPromotionsWorkflow } from "@medusajs/medusa/core-flows"
import type { PromotionItem } from "../billing/cart/promotion-items"
import { syncCartPromotions, undoSyncedCart, type SyncedCart } from "../billing/cart/sync-cart-promotions"
import { composeRooms } from "./compose-rooms"
import { isHookOurs } from "./is-hook-ours"

interface SetPromotionContextInput {
  cart: { id: string; items?: PromotionItem[] }
}

/**
 * Before promotions are reckoned, on every refresh, on the promotions route and when a cart is created. Order:
 *   1. billing: companion lines, then lines on trial are made free;
 *   2. discounts (to come): article and order discounts on what billing has left, never on companion lines;
 *   then Medusa's own promotions, on what is left after both.
 * A room lowers `subtotal` and `original_total` of the items by what it takes; the next room sees them so.
 */
export const updateCartPromotionsSetPromotionContext = composeRooms<SetPromotionContextInput>(
  [
    {
      room: "billing",
      run: async ({ cart }, container) => {
        const { items, undo } = await syncCartPromotions(container, cart)
        return items ? { context: { items }, undo } : { undo }
      },
      undo: (undo, container) => undoSyncedCart(container, undo as SyncedCart["undo"]),
    },
  ],
  (input, context) => ({ ...input, cart: { ...input.cart, ...context } }),
)

if (isHookOurs("updateCartPromotions.setPromotionContext")) {
  updateCartPromotionsWorkflow.hooks.setPromotionContext(
    updateCartPromotionsSetPromotionContext.invoke,
    updateCartPromotionsSetPromotionContext.compensate,
  )
}
