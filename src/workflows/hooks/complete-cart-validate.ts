import { completeCartWorkflow } from "@medusajs/medusa/core-flows"
import type { PromotionItem } from "../billing/cart/promotion-items"
import { validateCompletion } from "../billing/cart/validate-completion"
import { composeRooms } from "./compose-rooms"
import { isHookOurs } from "./is-hook-ours"

interface CompleteCartValidateInput {
  cart: { id: string; items?: PromotionItem[]; completed_at?: unknown }
}

/** Before a cart becomes an order; only checks, since the cart was read already. Order: billing. */
export const completeCartValidate = composeRooms<CompleteCartValidateInput>([
  { room: "billing", run: ({ cart }, container) => validateCompletion(container, cart) },
])

if (isHookOurs("completeCart.validate")) {
  completeCartWorkflow.hooks.validate(completeCartValidate.invoke, completeCartValidate.compensate)
}
