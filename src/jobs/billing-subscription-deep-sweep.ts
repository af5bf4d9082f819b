import type { MedusaContainer } from "@medusajs/framework/types"
import { CORE_MODULE, type CoreModuleService } from "../modules/core"
import { sweepSubscriptionsDeep } from "../workflows/billing/orders/sweep-subscriptions"

/** Every hour: converted drafts, cancellations, refunds and payments of invoices whose events were lost. */
export default async function subscriptionDeepSweep(container: MedusaContainer): Promise<void> {
  const today = await container.resolve<CoreModuleService>(CORE_MODULE).today()
  await sweepSubscriptionsDeep(container, { now: new Date(), today })
}

export const config = { name: "billing-subscription-deep-sweep", schedule: "23 * * * *" }
