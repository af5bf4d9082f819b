import { completeCartWorkflow } from "@medusajs/medusa/core-flows"
import type { CartRoom } from "../cart/cart-stage"
import { completionPass, releaseReservations, type CompletionReservations } from "../cart/completion-pass"
import type { MedusaCart } from "../cart/medusa-cart"
import { CART_ROOMS } from "../rooms"
import { composeRooms } from "./compose-rooms"
import { isHookOurs } from "./is-hook-ours"

interface CompleteCartValidateInput {
  /** As Medusa has read it, with what `completeCartFields` names. */
  cart: MedusaCart
}

/** The completion pass of some of the rooms. */
export const completeCartWith = (rooms: CartRoom[]) =>
  composeRooms<CompleteCartValidateInput>([
    {
      room: "cart",
      run: async ({ cart }, container) => ({ undo: await completionPass(container, cart, rooms) }),
      undo: (reservations, container) => releaseReservations(container, reservations as CompletionReservations, rooms),
    },
  ])

/** Runs before a cart becomes an order. The cart is only checked. */
export const completeCartValidate = completeCartWith(CART_ROOMS)

if (isHookOurs("completeCart.validate")) {
  completeCartWorkflow.hooks.validate(completeCartValidate.invoke, completeCartValidate.compensate)
}
