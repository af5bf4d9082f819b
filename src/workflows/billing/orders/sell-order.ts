import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { BILLING_MODULE, type BillingModuleService } from "../../../modules/billing"
import { CORE_MODULE, type CoreModuleService } from "../../../modules/core"
import { isUnrecorded } from "./orders-to-sweep"
import { recordPlacedOrderWorkflow } from "./record-placed-order"

interface PlacedOrder {
  created_at: Date | string
  updated_at: Date | string
  cart?: { id: string } | null
}

/**
 * Makes of a placed order what billing makes of it: its subscriptions, and its invoice. The subscriber and the sweep both
 * do it so. Answers the ids of the subscriptions; none where the order was recorded before, is a draft or a renewal's.
 *
 * Sold on: the store's date on which its cart was completed. An order without a cart was a draft, which may have lain for
 * long, and changed last when it was converted.
 */
export async function sellOrder(container: MedusaContainer, orderId: string): Promise<string[]> {
  const billing = container.resolve<BillingModuleService>(BILLING_MODULE)
  if (!(await isUnrecorded(billing.db.knex, orderId))) {
    return []
  }
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order",
    fields: ["created_at", "updated_at", "cart.id"],
    filters: { id: orderId },
  })
  const [order] = data as unknown as PlacedOrder[]
  if (!order) {
    return []
  }
  const as_of = await container
    .resolve<CoreModuleService>(CORE_MODULE)
    .dateOf(order.cart ? order.created_at : order.updated_at)
  const { result } = await recordPlacedOrderWorkflow(container).run({ input: { order_id: orderId, as_of } })
  return result
}
