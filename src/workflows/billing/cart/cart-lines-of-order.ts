import type { MedusaContainer } from "@medusajs/framework/types"
import { BILLING_ROOM, billingLineOf, type BillingLine } from "../../../rules/billing/cart/billing-line"
import type { LineRecord, OrderLineToMatch } from "../../../rules/cart"
import { checkPayloads } from "../../cart/line-payloads"
import { lineRecordsOfOrder } from "../../cart/line-records-of-order"
import { billingCart } from "./billing-cart"

/** A line's record with billing's data. */
export type BillingLineRecord = LineRecord & BillingLine

/**
 * The billing record of each order line, by order line id: `kind`, `offer_id`, `cycle_id` and `terms` (frozen: what the
 * buyer saw at completion), and `parentId`, the record of the product line that a fee belongs to. Plain goods have
 * none. Neither have lines of orders without a cart (drafts): their terms are the offer's current ones
 * (`loadOfferTerms`).
 *
 * The caller links the records to the order lines (`linkOrderLines`); the unique index on `order_line_id` allows one
 * record per line.
 */
export async function cartLinesOfOrder(
  container: MedusaContainer,
  order: { cartId: string | null; lines: OrderLineToMatch[] },
): Promise<Map<string, BillingLineRecord>> {
  const records = await lineRecordsOfOrder(container, order)
  checkPayloads([...records.values()], [billingCart])
  return new Map(
    [...records].flatMap(([lineId, record]): [string, BillingLineRecord][] => {
      const own = Object.hasOwn(record.payload, BILLING_ROOM) ? billingLineOf(record.payload) : null
      return own ? [[lineId, { ...record, ...own }]] : []
    }),
  )
}
