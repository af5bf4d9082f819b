import type { MedusaContainer } from "@medusajs/framework/types"
import { BILLING_MODULE, type BillingModuleService, ordersToRecord } from "../../../modules/billing"
import { CORE_MODULE, type CoreModuleService } from "../../../modules/core"
import { loadOrders } from "../../orders/load-orders"
import { recordPlacedOrderWorkflow } from "./record-placed-order"

/**
 * Makes of a placed order what billing makes of it: its subscriptions, and its invoice. Answers the ids of the
 * subscriptions; none where the order was recorded before, is a draft or a renewal's.
 *
 * Sold on: the store's date on which its cart was completed. An order without a cart was a draft, which may have lain for
 * long, and changed last when it was converted.
 */
export async function sellOrder(container: MedusaContainer, orderId: string): Promise<string[]> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  if (!(await ordersToRecord(knex, [orderId])).length) {
    return []
  }
  const [order] = await loadOrders(container, [orderId])
  if (!order) {
    return []
  }
  const as_of = await container
    .resolve<CoreModuleService>(CORE_MODULE)
    .dateOf(order.cartId === null ? order.updatedAt : order.createdAt)
  const { result } = await recordPlacedOrderWorkflow(container).run({ input: { order_id: orderId, as_of } })
  return result
}
