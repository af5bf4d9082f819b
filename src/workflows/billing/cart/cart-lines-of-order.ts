import type { MedusaContainer } from "@medusajs/framework/types"
import { BILLING_MODULE, type BillingModuleService, type CartLineRecord, readCartLines } from "../../../modules/billing"
import { lineKeyOf } from "./line-key"

export interface OrderLineToMatch {
  id: string
  productId: string | null
  variantId: string | null
  metadata: Record<string, unknown> | null
}

/**
 * What each line of an order was sold under, by order line id: the record's `kind`, `offer_id`, `cycle_id` and `terms`
 * (frozen: what the buyer saw at completion), and `parent_id`, the record of the product line that a fee belongs to.
 * Lines that are not in the map have no record: plain goods, and lines of orders that never were a cart (drafts), whose
 * terms are the offer's current ones (`loadOfferTerms`).
 *
 * Whoever makes something of a line then writes `order_id` and `order_line_id` into the record; the unique index on
 * `order_line_id` keeps a second one out.
 */
export async function cartLinesOfOrder(
  container: MedusaContainer,
  order: { cartId: string | null; lines: OrderLineToMatch[] },
): Promise<Map<string, CartLineRecord>> {
  if (!order.cartId) {
    return new Map()
  }
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  return matchCartLines(await readCartLines(knex, order.cartId), order.lines)
}

/**
 * Cart line ids are lost at completion; the key in the metadata is not. A key is believed where the record is one of the
 * order's own cart and of the same product and variant. A line that lost its key is given the record that is left over
 * for its product and variant, in their order.
 */
export function matchCartLines(records: CartLineRecord[], lines: OrderLineToMatch[]): Map<string, CartLineRecord> {
  const matched = new Map<string, CartLineRecord>()
  const left = new Set(records)
  const sellsSame = (record: CartLineRecord, line: OrderLineToMatch): boolean =>
    record.product_id === line.productId && record.variant_id === line.variantId
  const match = (line: OrderLineToMatch, isIt: (record: CartLineRecord) => boolean): void => {
    const found = [...left].find((record) => sellsSame(record, line) && isIt(record))
    if (found && !matched.has(line.id)) {
      matched.set(line.id, found)
      left.delete(found)
    }
  }
  for (const line of lines) {
    const key = lineKeyOf(line.metadata)
    if (key !== null) {
      match(line, (record) => record.key === key)
    }
  }
  for (const line of lines.filter(({ id }) => !matched.has(id))) {
    match(line, () => true)
  }
  return matched
}
