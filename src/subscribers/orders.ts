import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { handleOrderEvent, ORDER_EVENTS, type OrderEvent } from "../workflows/orders/handle-order-event"
import { orderRooms } from "../workflows/rooms"

/** What happens to an order reaches the rooms at once; the sweep makes up for it where this process dies first. */
export default async function onOrderEvent({ event, container }: SubscriberArgs<OrderEvent["data"]>): Promise<void> {
  await handleOrderEvent(container, event, orderRooms)
}

export const config: SubscriberConfig = { event: ORDER_EVENTS, context: { subscriberId: "service-orders" } }
