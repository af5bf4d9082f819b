import { Modules } from "@medusajs/framework/utils"
import { CORE_MODULE, type CoreModuleService, unnamedAdjustments } from "../../modules/core"
import { STAGE_PROVIDERS } from "../../rules/cart"
import type { OrderRoom } from "../orders/order-room"

/**
 * Gives the adjustments of a placed order that the cart's stages made a code: their name. Medusa's order page shows
 * codes alone. A cart's adjustments have none, since Medusa takes an adjustment with a code for a promotion's and
 * removes it at the next refresh; an order's are only shown.
 */
export const namedAdjustments: OrderRoom = {
  room: "cart",
  kinds: ["placed", "edited", "exchanged", "claimed"],

  async concerns(container, changes) {
    const { knex } = container.resolve<CoreModuleService>(CORE_MODULE).db
    const orderIds = changes.map(({ order_id }) => order_id)
    const rows = await unnamedAdjustments(knex, { orderIds, providers: STAGE_PROVIDERS })
    return new Set(rows.map(({ order_id }) => order_id))
  },

  async handle(container, { order_id }) {
    const { knex } = container.resolve<CoreModuleService>(CORE_MODULE).db
    const rows = await unnamedAdjustments(knex, { orderIds: [order_id], providers: STAGE_PROVIDERS })
    if (rows.length) {
      const named = rows.map(({ id, item_id, description: code }) => ({ id, item_id, code }))
      await container.resolve(Modules.ORDER).upsertOrderLineItemAdjustments(named)
    }
  },
}
