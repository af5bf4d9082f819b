import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { CORE_MODULE, type CoreModuleService } from "../modules/core"
import type { ProvisioningEventName } from "../rules/provisioning"
import { followOrder } from "../workflows/sales/orders/follow-order"

/** A service that was made moves its sale on (H4); one that is over before it was made, or is over since, may end it (H2). */
export default async function onServiceMadeOrOver({
  event,
  container,
}: SubscriberArgs<{ order_id: string }>): Promise<void> {
  const asOf = await container.resolve<CoreModuleService>(CORE_MODULE).today()
  await followOrder(container, { orderId: event.data.order_id, now: new Date(), asOf, cause: "provisioned" })
}

export const config: SubscriberConfig = {
  event: [
    "provisioning.service.created",
    "provisioning.service.closed",
    "provisioning.service.terminated",
  ] satisfies ProvisioningEventName[],
  context: { subscriberId: "sales-provisioned" },
}
