import type { MedusaContainer } from "@medusajs/framework/types"
import { SALES_MODULE, saleOfOrder, type SalesModuleService } from "../../../modules/sales"
import { refuse } from "../../errors/refuse"

/**
 * Refuses that an admin fulfils or ships an order whose sale is on hold or was stopped. What was shipped all the same, by
 * code, is a fact, and the sale follows it.
 */
export async function refuseHeldDelivery(container: MedusaContainer, orderId: string): Promise<void> {
  const sale = await saleOfOrder(container.resolve<SalesModuleService>(SALES_MODULE).db.knex, orderId)
  if (sale?.status === "interrupted") {
    refuse("order", "Its sale is on hold: release it in the sales history, then fulfil")
  }
  if (sale?.status === "stopped") {
    refuse("order", "Its sale was stopped: nothing of it is delivered any more")
  }
}
