import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  DISCOUNTS_MODULE,
  type DiscountsModuleService,
  type NewApplied,
  placeSale,
  saleOfOrder,
  type SaleRecord,
} from "../../../modules/discounts"
import { sum } from "../../../rules/money"
import { DISCOUNT_PROVIDER } from "./discount-provider"
import { matchTracedLines, type LineToMatch } from "../../../rules/discounts/records/match-traced-lines"
import type { SaleTrace, TracedLine } from "../../../rules/discounts/records/sale-trace"
import { decimalOf, type DiscountItem } from "./discount-sale"
import { quantityOf, unitPriceOf } from "./sale-lines"

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
  const [order] = await container
    .resolve(Modules.ORDER)
    .listOrders({ id: orderId }, { relations: ["items", "items.adjustments"] })
  if (order) {
    const trace = traceOfOrder(sale.trace as SaleTrace, order.items ?? [])
    await placeSale(knex, {
      id: sale.id,
      orderId,
      placedAt: order.created_at,
      trace,
      applied: appliedOf(sale, trace, orderId),
    })
  }
}

/** The trace by the order's own lines; one that the order has not is left out. */
function traceOfOrder(trace: SaleTrace, items: DiscountItem[]): SaleTrace {
  const matched = matchTracedLines(trace.lines, items.map(toMatch))
  return { ...trace, lines: [...matched].map(([id, line]) => ({ ...line, id })) }
}

const toMatch = (item: DiscountItem): LineToMatch => ({
  id: item.id,
  variantId: item.variant_id ?? null,
  productId: item.product_id ?? null,
  unitPrice: unitPriceOf(item),
  quantity: quantityOf(item),
  metadata: item.metadata,
  discounted: sum(
    (item.adjustments ?? [])
      .filter(({ provider_id }) => provider_id === DISCOUNT_PROVIDER)
      .map(({ amount, raw_amount }) => decimalOf(amount, raw_amount)),
  ),
})

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
