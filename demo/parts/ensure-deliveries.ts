import type { MedusaContainer } from "@medusajs/framework/types"
import { BILLING_MODULE, type BillingModuleService } from "../../src/modules/billing"
import { CORE_MODULE, type CoreModuleService } from "../../src/modules/core"
import { deliverCalls } from "../../src/workflows/provisioning/delivery/deliver-calls"
import { followOrders } from "../../src/workflows/provisioning/services/follow-orders"

/** What was sold is delivered: the services and their keys are there when the store is opened. */
export async function ensureDeliveries(container: MedusaContainer): Promise<void> {
  const today = await container.resolve<CoreModuleService>(CORE_MODULE).today()
  const billing = container.resolve<BillingModuleService>(BILLING_MODULE)
  const sold = await billing.listSubscriptions({}, { select: ["order_id"], take: null })
  await followOrders(container, [...new Set(sold.flatMap(({ order_id }) => order_id ?? []))], today)
  await deliverCalls(container, today)
}
