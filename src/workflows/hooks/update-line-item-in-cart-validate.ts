import { updateLineItemInCartWorkflow } from "@medusajs/medusa/core-flows"
import { hasLineKey, type Metadata } from "../../rules/cart"
import { validateLineUpdate } from "../billing/cart/validate-line-update"
import { refuseDependentChange } from "../cart/refuse-dependent-change"
import { validateStock } from "../provisioning/cart/validate-stock"
import { composeRooms } from "./compose-rooms"
import { isHookOurs } from "./is-hook-ours"

interface UpdateLineItemValidateInput {
  input: { item_id: string; update: { quantity?: unknown } }
  cart: {
    id?: string
    currency_code: string
    region_id?: string | null
    items?: {
      id: string
      product_id?: string | null
      variant_id?: string | null
      metadata?: Metadata | null
      quantity?: unknown
    }[]
  }
}

/** Before a line is changed. Order: cart (refuses changes of dependent lines), billing (what cannot be ordered), provisioning (what is sold out). */
export const updateLineItemInCartValidate = composeRooms<UpdateLineItemValidateInput>([
  {
    room: "cart",
    run: async ({ input, cart }, container) => {
      const line = cart.items?.find((item) => item.id === input.item_id)
      // A line of plain goods has no key, and costs no query.
      if (!line || line.metadata === undefined || hasLineKey(line.metadata)) {
        await refuseDependentChange(container, input.item_id)
      }
    },
  },
  {
    room: "billing",
    run: async ({ input, cart }, container) => {
      const line = cart.items?.find((item) => item.id === input.item_id)
      if (line) {
        const { quantity } = input.update
        await validateLineUpdate(container, { cart, line, quantity: quantity === undefined ? null : Number(quantity) })
      }
    },
  },
  {
    room: "provisioning",
    run: async ({ input: { item_id: id, update }, cart }, container) => {
      const raised = { id, quantity: Number(update.quantity ?? 0) }
      const line = cart.items?.find((item) => item.id === id)
      // What is delivered is sold by an offer, and has a key.
      if (!line || !hasLineKey(line.metadata)) {
        return
      }
      await validateStock(container, cart.items ?? [], { ...(cart.id && { cartId: cart.id }), raised })
    },
  },
])

if (isHookOurs("updateLineItemInCart.validate")) {
  updateLineItemInCartWorkflow.hooks.validate(
    updateLineItemInCartValidate.invoke,
    updateLineItemInCartValidate.compensate,
  )
}
