import { createCartWorkflow } from "@medusajs/medusa/core-flows"
import { validateVariants } from "../billing/cart/validate-variants"
import { validateStock } from "../provisioning/cart/validate-stock"
import { composeRooms } from "./compose-rooms"
import { isHookOurs } from "./is-hook-ours"

interface CreateCartValidateInput {
  /** The cart about to be created, its lines prepared. */
  cart: {
    currency_code: string
    region_id?: string | null
    items?: { product_id?: string | null; variant_id?: string | null; quantity?: unknown }[]
  }
}

/**
 * Before a cart is created. Order: billing (refuses what cannot be ordered), provisioning (what is sold out). Its lines get records, keys and dependent
 * lines in `updateCartPromotions.setPromotionContext`, which runs afterwards.
 */
export const createCartValidate = composeRooms<CreateCartValidateInput>([
  {
    room: "billing",
    run: ({ cart }, container) =>
      validateVariants(
        container,
        (cart.items ?? []).map((item, index) => ({
          field: `items.${index}.variant_id`,
          productId: item.product_id ?? null,
          variantId: item.variant_id ?? null,
        })),
        { currencyCode: cart.currency_code, regionId: cart.region_id ?? null },
      ),
  },
  { room: "provisioning", run: ({ cart }, container) => validateStock(container, cart.items ?? []) },
])

if (isHookOurs("createCart.validate")) {
  createCartWorkflow.hooks.validate(createCartValidate.invoke, createCartValidate.compensate)
}
