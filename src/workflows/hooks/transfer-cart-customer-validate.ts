import { transferCartCustomerWorkflow } from "@medusajs/medusa/core-flows"
import { CORE_MODULE, type CoreModuleService, recordLogin, restoreCartBuyer } from "../../modules/core"
import type { CartBuyer } from "../../rules/cart"
import { composeRooms } from "./compose-rooms"
import { isHookOurs } from "./is-hook-ours"

interface TransferCartCustomerValidateInput {
  /** The customer who is logged in. */
  input: { id: string; customer_id: string }
}

interface LoginUndo {
  cartId: string
  before: CartBuyer
}

/** Before a cart is given to a customer who is logged in: their account is theirs from now on (decision 0009). */
export const transferCartCustomerValidate = composeRooms<TransferCartCustomerValidateInput>([
  {
    room: "cart",
    run: async ({ input }, container) => {
      const { knex } = container.resolve<CoreModuleService>(CORE_MODULE).db
      const before = await recordLogin(knex, input.id, input.customer_id)
      return { undo: before && { cartId: input.id, before } }
    },
    undo: async (undo, container) => {
      if (undo) {
        const { cartId, before } = undo as LoginUndo
        await restoreCartBuyer(container.resolve<CoreModuleService>(CORE_MODULE).db.knex, cartId, before)
      }
    },
  },
])

if (isHookOurs("transferCartCustomer.validate")) {
  transferCartCustomerWorkflow.hooks.validate(
    transferCartCustomerValidate.invoke,
    transferCartCustomerValidate.compensate,
  )
}
