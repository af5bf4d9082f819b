import type { MedusaContainer } from "@medusajs/framework/types"
import { CORE_MODULE, type CoreModuleService, readLineRecordsOfOrder } from "../../modules/core"
import { matchLineRecords, type LineRecord, type OrderLineToMatch } from "../../rules/cart"

/**
 * The record of each order line, by order line id. What is bound to a line is its record; the other records of the
 * order's cart are matched, by key first. Plain goods have none.
 */
export async function lineRecordsOfOrder(
  container: MedusaContainer,
  { cartId, lines }: { cartId: string | null; lines: OrderLineToMatch[] },
): Promise<Map<string, LineRecord>> {
  const { knex } = container.resolve<CoreModuleService>(CORE_MODULE).db
  const { bound, unbound } = await readLineRecordsOfOrder(knex, { cartId, lineIds: lines.map(({ id }) => id) })
  const left = lines.filter(({ id }) => !bound.has(id))
  return new Map([...bound, ...matchLineRecords(unbound, left)])
}
