import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { CORE_MODULE, type CoreModuleService } from "../modules/core"
import { followOrder } from "../workflows/sales/orders/follow-order"

/** A service that was made moves its sale on (H4). */
export default async function onServiceCreated({
  event,
  container,
}: SubscriberArgs<{ order_id: string }>): Promise<void> {
  const asOf = await container.resolve<CoreModuleService>(CORE_MODULE).today()
  await followOrder(container, { orderId: event.data.order_id, now: new Date(), asOf, cause: "provisioned" })
}

export const config: SubscriberConfig = {
  event: "provisioning.service.created",
  context: { subscriberId: "sales-provisioned" },
}
