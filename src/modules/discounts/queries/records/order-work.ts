import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { DiscountRecordRow } from "./cart-records"
import { OF_ORDERS } from "./order-records"

/** Which of these orders have a record that is not placed yet, their cart's or their own. */
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

/** Which of these orders have uses of discounts, or count in the report. */
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
 * Waiting records of an order's draft or edits that are confirmed already: the order is no draft any more, and has that
 * version.
 */
export async function waitingRecordsToPlace(knex: Knex, orderId: string): Promise<string[]> {
  return knex("discounts_record as s")
    .join("order as o", "o.id", "s.order_id")
    .where("s.order_id", orderId)
    .whereNull("s.placed_at")
    .whereIn("s.channel", OF_ORDERS)
    .where("o.is_draft_order", false)
    .whereRaw("o.version >= s.version")
    .orderBy("s.version")
    .pluck("s.id")
}

/** An order's newest record, by its own id or its cart's; placed or not. */
export async function newestRecordOf(
  knex: Knex,
  { orderId, cartId }: { orderId: string; cartId: string | null },
): Promise<Pick<DiscountRecordRow, "trace"> | null> {
  // A union uses an index for each half; an `or` would scan the whole table.
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

/** Records that have waited since before an instant, of carts that became no order. */
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
