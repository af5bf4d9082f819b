import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { OrderWorkflowEvents } from "@medusajs/framework/utils"
import { sellOrder } from "../workflows/billing/orders/sell-order"

interface PlacedOrder {
  id: string
  billing_renewal_id?: string
}

/** A placed order gets its subscriptions and its invoice at once; the sweep makes them where this process dies first. */
export default async function recordOrder({ event, container }: SubscriberArgs<PlacedOrder>): Promise<void> {
  // A renewal's order has its invoice and sells no subscription; a run of ten thousand need not ask as often.
  if (!event.data.billing_renewal_id) {
    await sellOrder(container, event.data.id)
  }
}

export const config: SubscriberConfig = {
  event: OrderWorkflowEvents.PLACED,
  context: { subscriberId: "billing-order-placed" },
}
