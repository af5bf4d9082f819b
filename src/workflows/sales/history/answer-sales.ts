import type { MedusaContainer } from "@medusajs/framework/types"
import type { ListedSale } from "../../../modules/sales"
import type { SaleAnswer } from "../../../contracts/sales/sales"
import { subtract } from "../../../rules/money"
import { readLastParts } from "../orders/last-personals-of-orders"
import { readTogether, type ReadPart } from "../people/person-keys"

/** Sales as answers have them, each with the name that its customer had. */
export async function answerSales(container: MedusaContainer, sales: readonly ListedSale[]): Promise<SaleAnswer[]> {
  const bySale = await readLastParts(
    container,
    sales.map(({ id }) => id),
  )
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
