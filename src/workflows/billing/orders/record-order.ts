import type { MedusaContainer } from "@medusajs/framework/types"
import { BILLING_MODULE, type BillingModuleService, ordersToRecord } from "../../../modules/billing"
import { CORE_MODULE, type CoreModuleService } from "../../../modules/core"
import { recordPlacedOrderWorkflow } from "./record-placed-order"

/**
 * Makes of a placed order what billing makes of it: its subscriptions, and its invoice, on the store's date on which it
 * was sold. Answers the ids of the subscriptions; none where the order was recorded before, is a draft or a renewal's.
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
