import type { MedusaContainer } from "@medusajs/framework/types"
import {
  DISCOUNTS_MODULE,
  type DiscountsModuleService,
  insertApplied,
  reportedRows,
  reverseLines,
} from "../../../modules/discounts"
import type { CivilDate } from "../../../rules/calendar"
import { givenBack, type OrderGivenBack, type ReportedRow } from "../../../rules/discounts/report/given-back"
import { isPositive, sum } from "../../../rules/money"
import { loadOrders } from "../../orders/load-orders"
import type { OrderFacts } from "../../orders/order-facts"

/**
 * Adds to the report what came back of an order, and what was refunded beyond that, on this day; what lines counted that the
 * order has no more, as those of a canceled exchange, is reversed. A second call adds nothing: what is recorded already is
 * subtracted.
 */
export async function recordGivenBack(container: MedusaContainer, orderId: string, on: CivilDate): Promise<void> {
  const { knex } = container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db
  const rows = await reportedRows(knex, orderId)
  const [order] = rows.length ? await loadOrders(container, [orderId]) : []
  if (!order || order.isCanceled) {
    return
  }
  const { version, currencyCode } = order
  const left = new Set(order.lines.filter(({ quantity }) => isPositive(quantity)).map(({ id }) => id))
  const isLeft = ({ order_line_id }: ReportedRow): boolean => left.has(order_line_id)
  const gone = rows.filter((row) => !isLeft(row)).map(({ order_line_id }) => order_line_id)
  await reverseLines(knex, { orderId, lineIds: [...new Set(gone)], on })
  await insertApplied(
    knex,
    givenBack(rows.filter(isLeft), orderGivenBack(order)).map((row) => ({
      ...row,
      order_id: orderId,
      version,
      currency_code: currencyCode,
      applied_on: on,
    })),
  )
}

/** Medusa makes a credit of what is refunded beyond what was owed. */
function orderGivenBack({ currencyCode, total, lines, creditLines }: OrderFacts): OrderGivenBack {
  const credited = sum(creditLines.filter(({ isLater }) => isLater).map(({ amount }) => amount))
  return {
    currencyCode,
    total: sum([total, credited]),
    credited,
    lines: lines.map(({ id, unitPrice, returnedQuantity }) => ({ id, unitPrice, returned: returnedQuantity })),
  }
}
