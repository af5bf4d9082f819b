import type { MedusaContainer } from "@medusajs/framework/types"
import { heldAmong, SALES_MODULE, type SalesModuleService } from "../../../modules/sales"

/**
 * Which of these orders have their sale on hold now: whoever delivers asks before it does, as what it was told of a hold may
 * have been lost with a process.
 */
export async function ordersOnHold(container: MedusaContainer, orderIds: readonly string[]): Promise<Set<string>> {
  const { knex } = container.resolve<SalesModuleService>(SALES_MODULE).db
  return new Set(await heldAmong(knex, orderIds))
}
