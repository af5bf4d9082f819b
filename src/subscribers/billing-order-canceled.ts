import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { OrderWorkflowEvents } from "@medusajs/framework/utils"
import { CORE_MODULE, type CoreModuleService } from "../modules/core"
import { recordOrderPaymentWorkflow } from "../workflows/billing/orders/record-order-payment"

/** A canceled order's subscriptions are canceled. */
export default async function followCancellation({ event, container }: SubscriberArgs<{ id: string }>): Promise<void> {
  const as_of = await container.resolve<CoreModuleService>(CORE_MODULE).today()
  await recordOrderPaymentWorkflow(container).run({ input: { order_id: event.data.id, as_of } })
}

export const config: SubscriberConfig = {
  event: OrderWorkflowEvents.CANCELED,
  context: { subscriberId: "billing-order-canceled" },
}
