import type { MedusaContainer } from "@medusajs/framework/types"
import { lastPersonals, SALES_MODULE, type SaleOfOrder, type SalesModuleService } from "../../../modules/sales"
import { openParts, placeOfSnapshot, type ReadPart } from "../people/person-keys"

/** What these sales have said of people last, by the sale's id. */
export async function readLastParts(
  container: MedusaContainer,
  saleIds: readonly string[],
): Promise<Map<string, ReadPart[]>> {
  const lasts = await lastPersonals(container.resolve<SalesModuleService>(SALES_MODULE).db.knex, saleIds)
  const parts = await openParts(
    container,
    lasts.map(({ sale_id, number, personal }) => ({ personal, belongsTo: placeOfSnapshot(sale_id, number) })),
  )
  return new Map(lasts.map(({ sale_id }, index) => [sale_id, parts[index] ?? []]))
}

/** The same, by the order's id. */
export async function readLastPersonals(
  container: MedusaContainer,
  sales: readonly SaleOfOrder[],
): Promise<Map<string, ReadPart[]>> {
  const bySale = await readLastParts(
    container,
    sales.map(({ id }) => id),
  )
  return new Map(sales.map(({ id, order_id }): [string, ReadPart[]] => [order_id, bySale.get(id) ?? []]))
}
