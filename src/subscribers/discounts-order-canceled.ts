import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { OrderWorkflowEvents } from "@medusajs/framework/utils"
import { CORE_MODULE, type CoreModuleService } from "../modules/core"
import { cancelDiscounts } from "../workflows/discounts/cart/cancel-discounts"

/** A canceled order gives its discounts' uses back. */
export default async function returnUses({ event, container }: SubscriberArgs<{ id: string }>): Promise<void> {
  const today = await container.resolve<CoreModuleService>(CORE_MODULE).today()
  await cancelDiscounts(container, event.data.id, today)
}

export const config: SubscriberConfig = {
  event: OrderWorkflowEvents.CANCELED,
  context: { subscriberId: "discounts-order-canceled" },
}
