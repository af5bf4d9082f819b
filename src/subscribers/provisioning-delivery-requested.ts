import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { CORE_MODULE, type CoreModuleService } from "../modules/core"
import { deliverInTurn } from "../workflows/provisioning/delivery/deliver-calls"

export default async function deliverNow({ container }: SubscriberArgs<{ order_id: string }>): Promise<void> {
  const today = await container.resolve<CoreModuleService>(CORE_MODULE).today()
  await deliverInTurn(container, today)
}

export const config: SubscriberConfig = {
  event: "provisioning.delivery.requested",
  context: { subscriberId: "provisioning-delivery-requested" },
}
