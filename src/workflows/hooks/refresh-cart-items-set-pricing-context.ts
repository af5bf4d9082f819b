import { refreshCartItemsWorkflow } from "@medusajs/medusa/core-flows"
import { undoChanges, type AppliedChanges } from "../cart/apply-changes"
import type { CartRoom } from "../cart/cart-stage"
import { linesPass } from "../cart/lines-pass"
import { CART_ROOMS } from "../rooms"
import { composeRooms } from "./compose-rooms"
import { isHookOurs } from "./is-hook-ours"

interface RefreshCartItemsInput {
  cart_id: string
  /** The lines just added or merged; none on any other refresh. */
  items?: { id: string }[]
}

/** The lines pass of some of the rooms. */
export const refreshCartItemsWith = (rooms: CartRoom[]) =>
  composeRooms<RefreshCartItemsInput>([
    {
      room: "cart",
      run: async ({ cart_id, items }, container, request) => ({
        undo: await linesPass(container, { cartId: cart_id, added: items ?? [], request }, rooms),
      }),
      undo: async (undo, container) => {
        if (undo) {
          await undoChanges(container, undo as AppliedChanges)
        }
      },
    },
  ])

/**
 * After lines were added, changed, merged, removed or moved to another region, and before Medusa reads the cart for its
 * prices, shipping, taxes and promotions.
 */
export const refreshCartItemsSetPricingContext = refreshCartItemsWith(CART_ROOMS)

if (isHookOurs("refreshCartItems.setPricingContext")) {
  refreshCartItemsWorkflow.hooks.setPricingContext(
    refreshCartItemsSetPricingContext.invoke,
    refreshCartItemsSetPricingContext.compensate,
  )
}
