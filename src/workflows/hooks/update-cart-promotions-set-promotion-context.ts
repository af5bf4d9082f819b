import { PromotionActions } from "@medusajs/framework/utils"
import { updateCartPromotionsWorkflow } from "@medusajs/medusa/core-flows"
import { amountsPass } from "../cart/amounts-pass"
import { undoChanges, type AppliedChanges } from "../cart/apply-changes"
import type { CartRoom } from "../cart/cart-stage"
import type { MedusaCart } from "../cart/medusa-cart"
import { CART_ROOMS } from "../rooms"
import { composeRooms } from "./compose-rooms"
import { isHookOurs } from "./is-hook-ours"

interface SetPromotionContextInput {
  /** As Medusa has just read it, with what `cartFieldsForRefreshSteps` names. */
  cart: MedusaCart
  action?: string
  promo_codes?: string[]
}

/**
 * The amounts pass of some of the rooms, for a merchant who wants no other:
 * `updateCartPromotionsWith([cartRooms.billing])`.
 */
export const updateCartPromotionsWith = (rooms: CartRoom[]) =>
  composeRooms<SetPromotionContextInput>([
    {
      room: "cart",
      run: async ({ cart, action, promo_codes }, container, request) => {
        const promotions = { action: action ?? PromotionActions.ADD, codes: promo_codes ?? [] }
        const { items, undo } = await amountsPass(container, { cart, promotions, request }, rooms)
        return items ? { context: { items }, undo } : { undo }
      },
      undo: async (undo, container) => {
        if (undo) {
          await undoChanges(container, undo as AppliedChanges)
        }
      },
    },
  ])

/**
 * Before promotions are calculated: on every refresh, on the promotions route and when a cart is created. Promotions
 * see the lines less what the plan takes off them.
 */
export const updateCartPromotionsSetPromotionContext = updateCartPromotionsWith(CART_ROOMS)

if (isHookOurs("updateCartPromotions.setPromotionContext")) {
  updateCartPromotionsWorkflow.hooks.setPromotionContext(
    updateCartPromotionsSetPromotionContext.invoke,
    updateCartPromotionsSetPromotionContext.compensate,
  )
}
