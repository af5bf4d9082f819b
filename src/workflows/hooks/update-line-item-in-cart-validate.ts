import { updateLineItemInCartWorkflow } from "@medusajs/medusa/core-flows"
import { hasLineKey, type Metadata } from "../../rules/cart"
import { validateLineUpdate } from "../billing/cart/validate-line-update"
import { refuseDependentChange } from "../cart/refuse-dependent-change"
import { composeRooms } from "./compose-rooms"
import { isHookOurs } from "./is-hook-ours"

interface UpdateLineItemValidateInput {
  input: { item_id: string; update: { quantity?: unknown } }
  cart: {
    currency_code: string
    region_id?: string | null
    items?: { id: string; product_id?: string | null; variant_id?: string | null; metadata?: Metadata | null }[]
  }
}

/** Before a line is changed. Order: cart (refuses changes of dependent lines), billing (what cannot be ordered). */
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
])

if (isHookOurs("updateLineItemInCart.validate")) {
  updateLineItemInCartWorkflow.hooks.validate(
    updateLineItemInCartValidate.invoke,
    updateLineItemInCartValidate.compensate,
  )
}
