import type { MedusaContainer } from "@medusajs/framework/types"
import type { OwnSaleAnswer } from "../../../contracts/sales/sales"
import { listSales, SALES_MODULE, statusHistories, type SalesModuleService } from "../../../modules/sales"

/** A customer's own sales, the latest first, with the statuses that each went through. */
export async function readOwnSales(
  container: MedusaContainer,
  customerId: string,
  page: { limit: number; offset: number },
): Promise<{ sales: OwnSaleAnswer[]; count: number }> {
  const { knex } = container.resolve<SalesModuleService>(SALES_MODULE).db
  const { sales, count } = await listSales(knex, { customer_id: customerId }, page)
  const histories = await statusHistories(
    knex,
    sales.map(({ id }) => id),
  )
  return {
    count,
    sales: sales.map((sale) => ({
      order_id: sale.order_id,
      display_id: sale.display_id,
      status: sale.status,
      payment_status: sale.payment_status,
      types: sale.types,
      currency_code: sale.currency_code,
      total: sale.total,
      refunded: sale.refunded,
      sold_on: sale.sold_on,
      history: histories
        .filter(({ sale_id }) => sale_id === sale.id)
        .map(({ to_status, occurred_at }) => ({ status: to_status, at: occurred_at })),
    })),
  }
}
