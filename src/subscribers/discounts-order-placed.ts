import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { OrderWorkflowEvents } from "@medusajs/framework/utils"
import { bindSale } from "../workflows/discounts/cart/bind-sale"

interface PlacedOrder {
  id: string
  billing_renewal_id?: string
}

/** The record of a cart's discounts becomes its order's; the sweep sees to it where this process dies first. */
export default async function recordDiscounts({ event, container }: SubscriberArgs<PlacedOrder>): Promise<void> {
  // A renewal's order never was a cart.
  if (!event.data.billing_renewal_id) {
    await bindSale(container, event.data.id)
  }
}

export const config: SubscriberConfig = {
  event: OrderWorkflowEvents.PLACED,
  context: { subscriberId: "discounts-order-placed" },
}
