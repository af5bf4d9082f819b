import type { MedusaContainer } from "@medusajs/framework/types"
import { BILLING_MODULE, type BillingModuleService, ordersToRecord } from "../../../modules/billing"
import { CORE_MODULE, type CoreModuleService } from "../../../modules/core"
import { recordPlacedOrderWorkflow } from "./record-placed-order"

/**
 * Records a placed order on the store's date on which it was placed: its subscriptions and its invoice. Returns the ids
 * of the subscriptions; none if the order was recorded before, is a draft or belongs to a renewal.
 */
export async function recordOrder(container: MedusaContainer, orderId: string): Promise<string[]> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const [order] = await ordersToRecord(knex, [orderId])
  if (!order) {
    return []
  }
  const as_of = await container.resolve<CoreModuleService>(CORE_MODULE).dateOf(order.ordered_at)
  const { result } = await recordPlacedOrderWorkflow(container).run({ input: { order_id: orderId, as_of } })
  return result
}
