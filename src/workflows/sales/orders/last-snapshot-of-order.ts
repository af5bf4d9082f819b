import type { MedusaContainer } from "@medusajs/framework/types"
import { lastSnapshots, saleOfOrder, SALES_MODULE, type SalesModuleService } from "../../../modules/sales"
import { placeOfSnapshot, type StoredPart } from "../people/person-keys"

export interface LastSnapshot {
  customerId: string | null
  part: StoredPart
}

/** What the last snapshot of an order's sale says of people, and whose it is; null: there is none yet. */
export async function readLastSnapshotOfOrder(
  container: MedusaContainer,
  orderId: string,
): Promise<LastSnapshot | null> {
  const { knex } = container.resolve<SalesModuleService>(SALES_MODULE).db
  const sale = await saleOfOrder(knex, orderId)
  const [last] = sale ? await lastSnapshots(knex, [sale.id]) : []
  return sale && last
    ? {
        customerId: sale.customer_id,
        part: { personal: last.personal, belongsTo: placeOfSnapshot(last.sale_id, last.number) },
      }
    : null
}
