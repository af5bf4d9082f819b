import type { MedusaContainer } from "@medusajs/framework/types"
import { CORE_MODULE, type CoreModuleService } from "../modules/core"
import { sweepSales } from "../workflows/discounts/cart/sweep-sales"

/** Every five minutes: discounts' records whose event was lost, and uses that nobody has made anything of. */
export default async function saleSweep(container: MedusaContainer): Promise<void> {
  const today = await container.resolve<CoreModuleService>(CORE_MODULE).today()
  await sweepSales(container, { now: new Date(), today })
}

export const config = { name: "discounts-sale-sweep", schedule: "*/5 * * * *" }
