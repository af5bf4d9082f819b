import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { answersSent } from "../workflows/orders/answers-first"
import { handleOrderEvent, ORDER_EVENTS, type OrderEvent } from "../workflows/orders/handle-order-event"
import { orderRooms } from "../workflows/rooms"

/** Passes order events to the rooms, as soon as buyers have their answers. The sweep records the change if this process dies first. */
export default async function onOrderEvent({ event, container }: SubscriberArgs<OrderEvent["data"]>): Promise<void> {
  await answersSent()
  await handleOrderEvent(container, { event, rooms: orderRooms, now: new Date() })
}

export const config: SubscriberConfig = { event: ORDER_EVENTS, context: { subscriberId: "service-orders" } }
