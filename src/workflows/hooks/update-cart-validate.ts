import { updateCartWorkflow } from "@medusajs/medusa/core-flows"
import { CORE_MODULE, type CoreModuleService, recordEmailBinding } from "../../modules/core"
import { composeRooms } from "./compose-rooms"
import { isHookOurs } from "./is-hook-ours"

interface UpdateCartValidateInput {
  /** What Medusa is about to write; `customer_id` is of the customer with the given e-mail address. */
  input: { customer_id?: string | null }
  cart: { id: string; customer_id?: string | null }
}

/**
 * Before a cart is updated. Nobody logs in here: a new customer comes from an e-mail address that somebody typed. An
 * account is recorded as such, for the passes to see (decision 0009). The record is not undone: it says nothing of any
 * other customer.
 */
export const updateCartValidate = composeRooms<UpdateCartValidateInput>([
  {
    room: "cart",
    run: async ({ input, cart }, container) => {
      if (input.customer_id && input.customer_id !== cart.customer_id) {
        const { knex } = container.resolve<CoreModuleService>(CORE_MODULE).db
        await recordEmailBinding(knex, cart.id, input.customer_id)
      }
    },
  },
])

if (isHookOurs("updateCart.validate")) {
  updateCartWorkflow.hooks.validate(updateCartValidate.invoke, updateCartValidate.compensate)
}
