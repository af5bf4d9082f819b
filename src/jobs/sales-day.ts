import type { MedusaContainer } from "@medusajs/framework/types"
import { CORE_MODULE, type CoreModuleService } from "../modules/core"
import { followDueSales } from "../workflows/sales/orders/follow-due-sales"

/** Every hour: sales that time alone finalizes or closes. */
export default async function salesDay(container: MedusaContainer): Promise<void> {
  const asOf = await container.resolve<CoreModuleService>(CORE_MODULE).today()
  await followDueSales(container, { now: new Date(), asOf })
}

export const config = { name: "sales-day", schedule: "11 * * * *" }
