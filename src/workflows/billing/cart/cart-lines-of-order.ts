import type { MedusaContainer } from "@medusajs/framework/types"
import { BILLING_ROOM, billingLineOf, type BillingLine } from "../../../rules/billing/cart/billing-line"
import type { LineRecord, OrderLineToMatch } from "../../../rules/cart"
import { checkPayloads } from "../../cart/line-payloads"
import { lineRecordsOfOrder } from "../../cart/line-records-of-order"
import { billingCart } from "./billing-cart"

/** A line's record with what billing keeps of it. */
export type BillingLineRecord = LineRecord & BillingLine

/**
 * What each line of an order was sold under, by order line id: the record's `kind`, `offer_id`, `cycle_id` and `terms`
 * (frozen: what the buyer saw at completion), and `parentId`, the record of the product line that a fee belongs to.
 * Lines that are not in the map were no business of billing: plain goods, and lines of orders that never were a cart
 * (drafts), whose terms are the offer's current ones (`loadOfferTerms`).
 *
 * Whoever makes something of a line then ties the record to it (`linkOrderLines`); the unique index on `order_line_id`
 * keeps a second one out.
 */
export async function cartLinesOfOrder(
  container: MedusaContainer,
  order: { cartId: string | null; lines: OrderLineToMatch[] },
): Promise<Map<string, BillingLineRecord>> {
  const records = await lineRecordsOfOrder(container, order)
  checkPayloads([...records.values()], [billingCart])
  return new Map(
    [...records].flatMap(([lineId, record]): [string, BillingLineRecord][] => {
      const kept = Object.hasOwn(record.payload, BILLING_ROOM) ? billingLineOf(record.payload) : null
      return kept ? [[lineId, { ...record, ...kept }]] : []
    }),
  )
}
