import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { PaymentEvents } from "@medusajs/framework/utils"
import { CORE_MODULE, type CoreModuleService } from "../modules/core"
import { orderOfPayment } from "../workflows/billing/orders/order-of-payment"
import { recordOrderPaymentWorkflow } from "../workflows/billing/orders/record-order-payment"

/** A first payment that is captured starts what was bought; a refund of all of it ends it (by the store's settings). */
export default async function followPayment({ event, container }: SubscriberArgs<{ id: string }>): Promise<void> {
  const order_id = await orderOfPayment(container, event.data.id)
  if (order_id) {
    const as_of = await container.resolve<CoreModuleService>(CORE_MODULE).today()
    await recordOrderPaymentWorkflow(container).run({ input: { order_id, as_of } })
  }
}

export const config: SubscriberConfig = {
  event: [PaymentEvents.CAPTURED, PaymentEvents.REFUNDED],
  context: { subscriberId: "billing-payment-settled" },
}
