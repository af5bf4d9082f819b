import type { MedusaContainer } from "@medusajs/framework/types"
import { DISCOUNTS_MODULE, type DiscountsModuleService } from "../../../modules/discounts"
import type { RecurringDiscount } from "../../../rules/discounts/renewals/recurring-discount"
import type { SaleTrace } from "../cart/sale-trace"
import { matchTracedLines, type LineToMatch } from "./match-traced-lines"

/**
 * What the subscriptions of an order go on with of its discounts (B28), by order line id; lines without any are left out.
 * It reads the sale's record by the order's cart, which was written before the order was: whether the record has been
 * bound to the order yet does not matter.
 */
export async function keptDiscountsOfOrder(
  container: MedusaContainer,
  order: { id: string; cartId: string | null; lines: LineToMatch[] },
): Promise<Map<string, RecurringDiscount[]>> {
  const { knex } = container.resolve<DiscountsModuleService>(DISCOUNTS_MODULE).db
  const sale = await knex("discounts_sale")
    .where((of) => {
      void of.where({ order_id: order.id })
      if (order.cartId !== null) {
        void of.orWhere({ cart_id: order.cartId })
      }
    })
    .orderBy("version", "desc")
    .first<{ trace: SaleTrace } | undefined>("trace")
  const matched = matchTracedLines(sale?.trace.lines ?? [], order.lines)
  return new Map([...matched].flatMap(([id, { kept }]) => (kept.length ? [[id, kept]] : [])))
}
