import { updateCartPromotionsWorkflow } from "@medusajs/medusa/core-flows"
import type { PromotionItem } from "../billing/cart/promotion-items"
import { syncCartPromotions, undoSyncedCart, type SyncedCart } from "../billing/cart/sync-cart-promotions"
import type { DiscountItem, DiscountSale } from "../discounts/cart/discount-sale"
import { syncDiscounts, undoSyncedDiscounts, type SyncedDiscounts } from "../discounts/cart/sync-discounts"
import { composeRooms, type RoomHandler } from "./compose-rooms"
import { isHookOurs } from "./is-hook-ours"

interface SetPromotionContextInput {
  /** As Medusa has just read it, with what `cartFieldsForRefreshSteps` names. */
  cart: DiscountSale & { id: string; items?: (PromotionItem & DiscountItem)[] }
}

/** Each room's part, for a merchant who wants some of them only: `composeRooms([updateCartPromotionsRooms.billing])`. */
export const updateCartPromotionsRooms = {
  billing: {
    room: "billing",
    run: async ({ cart }, container) => {
      const { items, undo } = await syncCartPromotions(container, cart)
      return items ? { context: { items }, undo } : { undo }
    },
    undo: (undo, container) => undoSyncedCart(container, undo as SyncedCart["undo"]),
  },
  discounts: {
    room: "discounts",
    run: async ({ cart }, container) => {
      const { items, undo } = await syncDiscounts(container, cart)
      return items ? { context: { items }, undo } : { undo }
    },
    undo: (undo, container) => undoSyncedDiscounts(container, undo as SyncedDiscounts["undo"]),
  },
} satisfies Record<string, RoomHandler<SetPromotionContextInput>>

/**
 * Before promotions are reckoned, on every refresh, on the promotions route and when a cart is created. Order:
 *   1. billing: companion lines, then lines on trial are made free;
 *   2. discounts: article and order discounts on what billing has left, never on companion lines;
 *   then Medusa's own promotions, on what is left after both.
 * A room lowers `subtotal` and `original_total` of the items by what it takes; the next room sees them so.
 */
export const updateCartPromotionsSetPromotionContext = composeRooms<SetPromotionContextInput>(
  [updateCartPromotionsRooms.billing, updateCartPromotionsRooms.discounts],
  (input, context) => ({ ...input, cart: { ...input.cart, ...context } }),
)

if (isHookOurs("updateCartPromotions.setPromotionContext")) {
  updateCartPromotionsWorkflow.hooks.setPromotionContext(
    updateCartPromotionsSetPromotionContext.invoke,
    updateCartPromotionsSetPromotionContext.compensate,
  )
}
