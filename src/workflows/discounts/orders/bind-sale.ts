import type { MedusaContainer } from "@medusajs/framework/types"
import {
  DISCOUNTS_MODULE,
  type DiscountsModuleService,
  type NewApplied,
  placeSale,
  saleOfOrder,
  type SaleRecord,
} from "../../../modules/discounts"
import { matchTracedLines } from "../../../rules/discounts/records/match-traced-lines"
import type { SaleTrace, TracedLine } from "../../../rules/discounts/records/sale-trace"
import { loadOrders } from "../../orders/load-orders"
import type { OrderLineFacts } from "../../orders/order-facts"
import { lineToMatch } from "./line-to-match"

/**
 * Binds the record of a cart's discounts to the order that the cart has become, for good: lines by the order's ids, uses
 * with the order, and what the report counts. Does nothing where there is no record, or the second time.
 */
export async function bindSale(container: MedusaContainer, orderId: string): Promise<void> {
  const { knex } = container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db
  const sale = await saleOfOrder(knex, orderId)
  if (!sale || sale.placed_at) {
    return
  }
  const [order] = await loadOrders(container, [orderId])
  if (order) {
    const trace = traceOfOrder(sale.trace as SaleTrace, order.lines)
    await placeSale(knex, {
      id: sale.id,
      orderId,
      placedAt: order.createdAt,
      trace,
      applied: appliedOf(sale, trace, orderId),
    })
  }
}

/** The trace by the order's own lines; one that the order has not is left out. */
function traceOfOrder(trace: SaleTrace, lines: OrderLineFacts[]): SaleTrace {
  const matched = matchTracedLines(trace.lines, lines.map(lineToMatch))
  return { ...trace, lines: [...matched].map(([id, line]) => ({ ...line, id })) }
}

function appliedOf(sale: SaleRecord, trace: SaleTrace, orderId: string): NewApplied[] {
  return trace.lines.flatMap((line) => line.discounts.map((discount) => applied(sale, orderId, { line, discount })))
}

function applied(
  sale: SaleRecord,
  order_id: string,
  { line, discount }: { line: TracedLine; discount: TracedLine["discounts"][number] },
): NewApplied {
  return {
    order_id,
    order_line_id: line.id,
    version: sale.version,
    discount_id: discount.discountId,
    source: discount.source,
    name: discount.name,
    amount: discount.amount,
    line_price: line.price,
    quantity: line.quantity,
    currency_code: sale.currency_code,
    applied_on: sale.as_of,
    kind: "sale",
  }
}
