import type { MedusaContainer } from "@medusajs/framework/types"
import { CORE_MODULE, type CoreModuleService, readLineRecords } from "../../modules/core"
import { matchLineRecords, type LineRecord, type OrderLineToMatch } from "../../rules/cart"

/** The cart line record of each order line, by order line id, matched by key first. Plain goods have none. */
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
