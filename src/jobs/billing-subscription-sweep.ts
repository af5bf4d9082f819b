import type { MedusaContainer } from "@medusajs/framework/types"
import { CORE_MODULE, type CoreModuleService } from "../modules/core"
import { sweepSubscriptions } from "../workflows/billing/orders/sweep-subscriptions"

/** Every minute: subscriptions of orders whose event was lost, and first payments that came without one. */
export default async function subscriptionSweep(container: MedusaContainer): Promise<void> {
  const today = await container.resolve<CoreModuleService>(CORE_MODULE).today()
  await sweepSubscriptions(container, { now: new Date(), today })
}

export const config = { name: "billing-subscription-sweep", schedule: "* * * * *" }
