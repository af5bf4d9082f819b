import type { MedusaContainer } from "@medusajs/framework/types"
import { lastPersonals, SALES_MODULE, type ListedSale, type SalesModuleService } from "../../../modules/sales"
import type { SaleAnswer } from "../../../contracts/sales/sales"
import { subtract } from "../../../rules/money"
import { openParts, placeOfSnapshot, readTogether, type ReadPart } from "../people/person-keys"

/** Sales as answers have them, each with the name that its customer had. */
export async function answerSales(container: MedusaContainer, sales: readonly ListedSale[]): Promise<SaleAnswer[]> {
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
  return sales.map((sale) => saleAnswer(sale, bySale.get(sale.id) ?? []))
}

/** A sale, with what was last said of its customer. */
export function saleAnswer(sale: ListedSale, parts: readonly ReadPart[]): SaleAnswer {
  const { personal, problem } = readTogether(parts)
  return {
    id: sale.id,
    order_id: sale.order_id,
    display_id: sale.display_id,
    customer_id: sale.customer_id,
    customer_name: problem || !personal ? null : (personal.company ?? personal.name ?? personal.email),
    personal_state: problem,
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
  }
}
