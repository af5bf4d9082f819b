import { Modules } from "@medusajs/framework/utils"
import { ordersWithServices, PROVISIONING_MODULE, type ProvisioningModuleService } from "../../../modules/provisioning"
import type { OrderRoom } from "../../orders/order-room"
import { soldServices } from "../../ports/sold-services"
import { followOrders } from "./follow-orders"

/** Has workers deliver what waits. Emitted without the outbox, as the next tick finds it. */
export const DELIVERY_REQUESTED = "provisioning.delivery.requested"

/**
 * Provisioning's handler of order changes: what was sold gets its services, and follows its order. It records calls and makes
 * none, so that no provider holds up an order.
 */
export const provisioningOrders: OrderRoom = {
  room: "provisioning",
  kinds: [
    "placed",
    "authorized",
    "paid",
    "edited",
    "returned",
    "exchanged",
    "claimed",
    "transferred",
    "refunded",
    "canceled",
  ],

  async concerns(container, changes) {
    const { knex } = container.resolve<ProvisioningModuleService>(PROVISIONING_MODULE).db
    const ids = changes.map(({ order_id }) => order_id)
    return (await soldServices.get().isAnySold(container)) ? new Set(ids) : ordersWithServices(knex, ids)
  },

  async handle(container, { order_id }, { today }) {
    if (await followOrders(container, [order_id], await today())) {
      await container.resolve(Modules.EVENT_BUS).emit({ name: DELIVERY_REQUESTED, data: { order_id } })
    }
  },
}
