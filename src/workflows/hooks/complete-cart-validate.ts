import { completeCartWorkflow } from "@medusajs/medusa/core-flows"
import type { PromotionItem } from "../billing/cart/promotion-items"
import { validateCompletion } from "../billing/cart/validate-completion"
import type { DiscountItem } from "../discounts/cart/discount-sale"
import { releaseDiscounts, reserveDiscounts, type CompletingCart } from "../discounts/cart/reserve-discounts"
import { composeRooms } from "./compose-rooms"
import { isHookOurs } from "./is-hook-ours"

interface CompleteCartValidateInput {
  /** As Medusa has read it, with what `completeCartFields` names. */
  cart: CompletingCart & { items?: (PromotionItem & DiscountItem)[] }
}

/**
 * Before a cart becomes an order; the cart itself was read already, and is only checked. Order: billing, then discounts,
 * which take the uses of what applies and write down why.
 */
export const completeCartValidate = composeRooms<CompleteCartValidateInput>([
  { room: "billing", run: ({ cart }, container) => validateCompletion(container, cart) },
  {
    room: "discounts",
    run: async ({ cart }, container) => ({ undo: await reserveDiscounts(container, cart) }),
    undo: (saleId, container) => releaseDiscounts(container, saleId as string | null),
  },
])

if (isHookOurs("completeCart.validate")) {
  completeCartWorkflow.hooks.validate(completeCartValidate.invoke, completeCartValidate.compensate)
}
