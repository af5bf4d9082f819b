import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { DiscountRecordRow } from "./cart-records"

/** Those among these orders that have a record, of the cart that they were or of their own, that is not bound yet. */
export async function ordersWithWaitingRecord(knex: Knex, orderIds: string[]): Promise<string[]> {
  const { rows } = await knex.raw<{ rows: { id: string }[] }>(
    `select l.order_id as id from order_cart l
       join discounts_record s on s.cart_id = l.cart_id and s.placed_at is null
     where l.order_id = any(?) and l.deleted_at is null
     union
     select s.order_id from discounts_record s where s.order_id = any(?) and s.placed_at is null`,
    [orderIds, orderIds],
  )
  return rows.map(({ id }) => id)
}

/** Those among these orders that hold uses of discounts, or count in the report. */
export async function ordersWithDiscounts(knex: Knex, orderIds: string[]): Promise<string[]> {
  const { rows } = await knex.raw<{ rows: { id: string }[] }>(
    `select order_id as id from discounts_use where order_id = any(?) and released_at is null
     union
     select order_id from discounts_applied where order_id = any(?) and reversed_on is null`,
    [orderIds, orderIds],
  )
  return rows.map(({ id }) => id)
}

/**
 * Records of an order's drafts and edits that wait although the order has become what they say: it is no draft any more,
 * and has that version.
 */
export async function waitingRecordsToPlace(knex: Knex, orderId: string): Promise<string[]> {
  return knex("discounts_record as s")
    .join("order as o", "o.id", "s.order_id")
    .where("s.order_id", orderId)
    .whereNull("s.placed_at")
    .whereIn("s.channel", ["draft_order", "order_edit"])
    .where("o.is_draft_order", false)
    .whereRaw("o.version >= s.version")
    .orderBy("s.version")
    .pluck("s.id")
}

/** The newest record of an order's discounts, by the order or by the cart that it was; bound or not. */
export async function newestRecordOf(
  knex: Knex,
  { orderId, cartId }: { orderId: string; cartId: string | null },
): Promise<Pick<DiscountRecordRow, "trace"> | null> {
  // Two questions of an index each: an `or` of them would be asked of every sale there is.
  const named = knex("discounts_record").select("version", "trace").where("order_id", orderId)
  const either = cartId
    ? named.unionAll(knex("discounts_record").select("version", "trace").where("cart_id", cartId))
    : named
  const record = await knex
    .from(either.as("s"))
    .orderBy("s.version", "desc")
    .first<Pick<DiscountRecordRow, "trace"> | undefined>("s.trace")
  return record ?? null
}

/** Records of carts that became no order, though they have waited since before an instant. */
export async function abandonedRecords(knex: Knex, before: Date): Promise<string[]> {
  return knex("discounts_record as s")
    .whereNull("s.placed_at")
    .whereNull("s.order_id")
    .where("s.created_at", "<", before)
    .whereNotExists(knex("order_cart as l").whereRaw("l.cart_id = s.cart_id").whereNull("l.deleted_at"))
    .orderBy("s.created_at")
    .limit(200)
    .pluck("s.id")
}
