import { addToCartWorkflow } from "@medusajs/medusa/core-flows"
import { validateNewItems } from "../billing/cart/validate-new-items"
import { composeRooms } from "./compose-rooms"
import { isHookOurs } from "./is-hook-ours"

interface AddToCartValidateInput {
  input: { items?: { variant_id?: string | null }[] }
  cart: { currency_code: string; region_id?: string | null }
}

/**
 * Before a line is added. Order: billing (refuses what cannot be ordered). Compose it into your own:
 * `addToCartWorkflow.hooks.validate(addToCartValidate.invoke, addToCartValidate.compensate)`.
 */
export const addToCartValidate = composeRooms<AddToCartValidateInput>([
  {
    room: "billing",
    run: ({ input, cart }, container) => validateNewItems(container, input.items ?? [], cart),
  },
])

if (isHookOurs("addToCart.validate")) {
  addToCartWorkflow.hooks.validate(addToCartValidate.invoke, addToCartValidate.compensate)
}
