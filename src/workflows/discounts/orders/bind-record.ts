import type { MedusaContainer } from "@medusajs/framework/types"
import {
  DISCOUNTS_MODULE,
  type DiscountsModuleService,
  type NewApplied,
  placeRecord,
  recordOfOrder,
  type DiscountRecordRow,
} from "../../../modules/discounts"
import { matchTracedLines } from "../../../rules/discounts/records/match-traced-lines"
import { appliedToLines } from "../../../rules/discounts/report/applied-to-lines"
import type { DiscountTrace } from "../../../rules/discounts/records/discount-trace"
import { loadOrders } from "../../orders/load-orders"
import type { OrderLineFacts } from "../../orders/order-facts"
import { appliedLine } from "./applied-line"
import { lineToMatch } from "./line-to-match"

/**
 * Binds a cart's discount record to its order and makes it final: with the order's line ids, its uses, and the rows of
 * the report. Does nothing where there is no record, or it is placed already.
 */
export async function bindRecord(container: MedusaContainer, orderId: string): Promise<void> {
  const { knex } = container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db
  const record = await recordOfOrder(knex, orderId)
  if (!record || record.placed_at) {
    return
  }
  const [order] = await loadOrders(container, [orderId])
  if (order) {
    const trace = traceOfOrder(record.trace as DiscountTrace, order.lines)
    await placeRecord(knex, {
      id: record.id,
      orderId,
      placedAt: order.createdAt,
      trace,
      applied: appliedOf(record, trace, orderId),
    })
  }
}

/** The trace with the order's line ids; lines that the order does not have are left out. */
function traceOfOrder(trace: DiscountTrace, lines: OrderLineFacts[]): DiscountTrace {
  const matched = matchTracedLines(trace.lines, lines.map(lineToMatch))
  return { ...trace, lines: [...matched].map(([id, line]) => ({ ...line, id })) }
}

function appliedOf(record: DiscountRecordRow, trace: DiscountTrace, orderId: string): NewApplied[] {
  return appliedToLines(trace.lines).map((one) => appliedLine(record, one, { orderId, kind: "first_order" }))
}
