import type { MedusaContainer } from "@medusajs/framework/types"
import { lastSnapshots, SALES_MODULE, type ListedSale, type SalesModuleService } from "../../../modules/sales"
import type { SaleAnswer } from "../../../contracts/sales/sales"
import { subtract } from "../../../rules/money"
import { readPersonal } from "../../../rules/sales"
import { openParts, placeOfSnapshot, type ReadPart } from "../people/person-keys"

/** Sales as answers have them, each with the name that its customer had. */
export async function answerSales(container: MedusaContainer, sales: readonly ListedSale[]): Promise<SaleAnswer[]> {
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
  return sales.map((sale) => saleAnswer(sale, bySale.get(sale.id) ?? null))
}

export const saleAnswer = (sale: ListedSale, part: ReadPart | null): SaleAnswer => ({
  id: sale.id,
  order_id: sale.order_id,
  display_id: sale.display_id,
  customer_id: sale.customer_id,
  customer_name: part && "text" in part ? nameOf(part.text) : null,
  personal_state: part === null ? "erased" : "problem" in part ? part.problem : null,
  status: sale.status,
  payment_status: sale.payment_status,
  is_effective: sale.is_effective,
  types: sale.types,
  currency_code: sale.currency_code,
  total: sale.total,
  received: sale.received,
  refunded: sale.refunded,
  net: sale.is_effective ? subtract(sale.received, sale.refunded) : "0",
  sold_on: sale.sold_on,
  sold_at: new Date(sale.sold_at).toISOString(),
})

function nameOf(text: string): string | null {
  const personal = readPersonal(text)
  return personal && (personal.company ?? personal.name ?? personal.email)
}
