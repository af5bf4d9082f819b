import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { OrderWorkflowEvents } from "@medusajs/framework/utils"
import { sellOrder } from "../workflows/billing/sell-order"

/** A placed order gets its subscriptions and its invoice at once; the sweep makes them where this process dies first. */
export default async function recordOrder({ event, container }: SubscriberArgs<{ id: string }>): Promise<void> {
  await sellOrder(container, event.data.id)
}

export const config: SubscriberConfig = {
  event: OrderWorkflowEvents.PLACED,
  context: { subscriberId: "billing-order-placed" },
}
