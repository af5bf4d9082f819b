import { addToCartWorkflow } from "@medusajs/medusa/core-flows"
import { validateNewItems } from "../billing/cart/validate-new-items"
import { validateOptions } from "../billing/cart/validate-options"
import type { Metadata } from "../../rules/cart"
import { composeRooms } from "./compose-rooms"
import { isHookOurs } from "./is-hook-ours"

interface AddToCartValidateInput {
  input: { items?: { variant_id?: string | null; metadata?: Metadata | null }[] }
  cart: { currency_code: string; region_id?: string | null }
}

/**
 * Before a line is added. Order: billing (refuses what cannot be ordered). Compose it into your own:
 * `addToCartWorkflow.hooks.validate(addToCartValidate.invoke, addToCartValidate.compensate)`.
 */
export const addToCartValidate = composeRooms<AddToCartValidateInput>([
  {
    room: "billing",
    run: async ({ input, cart }, container) => {
      const items = input.items ?? []
      const products = await validateNewItems(container, items, cart)
      const chosen = items.map(({ variant_id, metadata }) => ({
        ...{ field: "metadata", variantId: variant_id ?? null, metadata },
      }))
      await validateOptions(container, chosen, cart.currency_code, products)
    },
  },
])

if (isHookOurs("addToCart.validate")) {
  addToCartWorkflow.hooks.validate(addToCartValidate.invoke, addToCartValidate.compensate)
}
