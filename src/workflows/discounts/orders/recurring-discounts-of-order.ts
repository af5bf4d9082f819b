import type { MedusaContainer } from "@medusajs/framework/types"
import { DISCOUNTS_MODULE, type DiscountsModuleService, newestRecordOf } from "../../../modules/discounts"
import { matchTracedLines } from "../../../rules/discounts/records/match-traced-lines"
import type { DiscountTrace } from "../../../rules/discounts/records/discount-trace"
import type { RecurringDiscount } from "../../../rules/discounts/renewals/recurring-discount"
import type { OrderFacts } from "../../orders/order-facts"
import { lineToMatch } from "./line-to-match"

/**
 * The discounts that an order's subscriptions go on with (B28), by order line id; lines without any are left out. It
 * finds the discount record by the order's cart, so it does not matter whether the record is bound to the order yet.
 */
export async function recurringDiscountsOfOrder(
  container: MedusaContainer,
  order: Pick<OrderFacts, "id" | "cartId" | "lines">,
): Promise<Map<string, RecurringDiscount[]>> {
  const { knex } = container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db
  const record = await newestRecordOf(knex, { orderId: order.id, cartId: order.cartId })
  const trace = record?.trace as DiscountTrace | undefined
  const matched = matchTracedLines(trace?.lines ?? [], order.lines.map(lineToMatch))
  return new Map([...matched].flatMap(([id, { recurring }]) => (recurring.length ? [[id, recurring]] : [])))
}
