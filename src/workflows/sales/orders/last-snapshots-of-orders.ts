import type { MedusaContainer } from "@medusajs/framework/types"
import { lastSnapshots, SALES_MODULE, type SaleOfOrder, type SalesModuleService } from "../../../modules/sales"
import { openParts, placeOfSnapshot, type ReadPart } from "../people/person-keys"

export interface LastSnapshot {
  customerId: string | null
  /** What it says of people; null: nothing. */
  personal: ReadPart | null
}

/** What the last snapshots of these sales say of people, and whose they are, by order. */
export async function readLastSnapshots(
  container: MedusaContainer,
  sales: readonly SaleOfOrder[],
): Promise<Map<string, LastSnapshot>> {
  const { knex } = container.resolve<SalesModuleService>(SALES_MODULE).db
  const snapshots = await lastSnapshots(
    knex,
    sales.map(({ id }) => id),
  )
  const parts = await openParts(
    container,
    snapshots.map(({ sale_id, number, personal }) => ({ personal, belongsTo: placeOfSnapshot(sale_id, number) })),
  )
  const bySale = new Map(snapshots.map(({ sale_id }, index) => [sale_id, parts[index] ?? null]))
  return new Map(
    sales.flatMap(({ id, order_id, customer_id }): [string, LastSnapshot][] =>
      bySale.has(id) ? [[order_id, { customerId: customer_id, personal: bySale.get(id) ?? null }]] : [],
    ),
  )
}
