import type { MedusaContainer } from "@medusajs/framework/types"
import { CORE_MODULE, type CoreModuleService, readLineRecords } from "../../modules/core"
import { matchLineRecords, type LineRecord, type OrderLineToMatch } from "../../rules/cart"

/** The record of each line of an order that was a cart's, by order line id, by its key first. Plain goods have none. */
export async function lineRecordsOfOrder(
  container: MedusaContainer,
  order: { cartId: string | null; lines: OrderLineToMatch[] },
): Promise<Map<string, LineRecord>> {
  if (!order.cartId) {
    return new Map()
  }
  const { knex } = container.resolve<CoreModuleService>(CORE_MODULE).db
  return matchLineRecords(await readLineRecords(knex, order.cartId), order.lines)
}
