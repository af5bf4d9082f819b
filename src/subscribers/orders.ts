import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { hearOrderEvent, ORDER_EVENTS, type OrderEvent } from "../workflows/orders/hear-order-event"
import { orderRooms } from "../workflows/rooms"

/** What happens to an order reaches the rooms at once; the sweep makes up for it where this process dies first. */
export default async function hearOrder({ event, container }: SubscriberArgs<OrderEvent["data"]>): Promise<void> {
  await hearOrderEvent(container, event, orderRooms)
}

export const config: SubscriberConfig = { event: ORDER_EVENTS, context: { subscriberId: "service-orders" } }
