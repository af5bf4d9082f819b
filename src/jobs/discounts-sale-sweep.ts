import type { MedusaContainer } from "@medusajs/framework/types"
import { BILLING_MODULE, type BillingModuleService } from "../modules/billing"
import { sweepSales } from "../workflows/discounts/cart/sweep-sales"

/** Every five minutes: discounts' records whose event was lost, and uses that nobody has made anything of. */
export default async function saleSweep(container: MedusaContainer): Promise<void> {
  const today = await container.resolve<BillingModuleService>(BILLING_MODULE).today()
  await sweepSales(container, { now: new Date(), today })
}

export const config = { name: "discounts-sale-sweep", schedule: "*/5 * * * *" }
