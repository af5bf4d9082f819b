import type { MedusaContainer } from "@medusajs/framework/types"
import { lastPersonals, SALES_MODULE, type SaleOfOrder, type SalesModuleService } from "../../../modules/sales"
import { openParts, placeOfSnapshot, type ReadPart } from "../people/person-keys"

/** What these sales have said of people last, by order. */
export async function readLastPersonals(
  container: MedusaContainer,
  sales: readonly SaleOfOrder[],
): Promise<Map<string, ReadPart[]>> {
  const { knex } = container.resolve<SalesModuleService>(SALES_MODULE).db
  const lasts = await lastPersonals(
    knex,
    sales.map(({ id }) => id),
  )
  const parts = await openParts(
    container,
    lasts.map(({ sale_id, number, personal }) => ({ personal, belongsTo: placeOfSnapshot(sale_id, number) })),
  )
  const bySale = new Map(lasts.map(({ sale_id }, index) => [sale_id, parts[index] ?? []]))
  return new Map(sales.map(({ id, order_id }): [string, ReadPart[]] => [order_id, bySale.get(id) ?? []]))
}
