import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { insertApplied, type NewApplied } from "./insert-applied"
import type { NewRecord, Reserved, DiscountRecordRow } from "./cart-records"
import { giveBackUses, takeUses, UsedUp } from "./uses"

/** Which discounts an order has used: of these it may go on with its own use, and takes no second one. */
export async function usedByOrder(knex: Knex, orderId: string): Promise<Set<string>> {
  const rows: { discount_id: string }[] = await knex("discounts_use")
    .where("order_id", orderId)
    .whereNull("released_at")
    .select("discount_id")
  return new Set(rows.map(({ discount_id }) => discount_id))
}

export interface NewOrderRecord extends NewRecord {
  order_id: string
}

/** `isBusy`: another request is about to make the same sale. */
export type OrderReserved = Reserved | { ok: false; isBusy: true }

class Busy extends Error {}

const UNIQUE_VIOLATION = "23505"
const isBusy = (error: unknown): boolean =>
  error instanceof Busy || (error instanceof Error && "code" in error && error.code === UNIQUE_VIOLATION)

/**
 * Writes the sale of an order that never was a cart, or of an order's next version, before it is made, and takes the uses
 * that the order does not have yet, in one transaction. What an attempt that died has left is taken away first.
 */
export async function reserveOrderRecord(knex: Knex, record: NewOrderRecord): Promise<OrderReserved> {
  try {
    return await knex.transaction(async (trx) => {
      const { customerKey, used, ...row } = record
      await clearWaiting(trx, record.order_id)
      await trx("discounts_record").insert({ ...row, trace: JSON.stringify(row.trace) })
      const held = await usedByOrder(trx, record.order_id)
      const wanted = used.filter((id) => !held.has(id))
      await takeUses(trx, { recordId: record.id, cartId: null, customerKey, used: wanted })
      return { ok: true, recordId: record.id }
    })
  } catch (error) {
    if (error instanceof UsedUp) {
      return { ok: false, discountId: error.discountId, isCustomers: error.isCustomers }
    }
    if (isBusy(error)) {
      return { ok: false, isBusy: true }
    }
    throw error
  }
}

/** A request that lives binds its record, or takes it away, within the minute; an older one was left by one that died. */
async function clearWaiting(trx: Knex.Transaction, orderId: string): Promise<void> {
  const waiting: { id: string; is_young: boolean }[] = await trx("discounts_record")
    .where("order_id", orderId)
    .whereNull("placed_at")
    .forUpdate()
    .select("id", trx.raw("created_at > now() - interval '1 minute' as is_young"))
  if (waiting.some(({ is_young }) => is_young)) {
    throw new Busy()
  }
  for (const { id } of waiting) {
    await giveBackUses(trx, await trx("discounts_use").where("record_id", id).delete(["discount_id", "customer_key"]))
    await trx("discounts_record").where({ id }).delete()
  }
}

/** A record that waits for its sale to be made; null where it has been, or never will be. */
export async function waitingRecord(knex: Knex, id: string): Promise<DiscountRecordRow | null> {
  const record = await knex("discounts_record")
    .where({ id })
    .whereNull("placed_at")
    .first<DiscountRecordRow | undefined>("*")
  return record ?? null
}

export interface PlacedOrderRecord {
  record: Pick<DiscountRecordRow, "id" | "order_id" | "version" | "as_of">
  placedAt: Date
  /** Lines that this version has changed or taken away: what their discounts took off before counts no more. */
  changed: string[]
  applied: NewApplied[]
}

/** Makes a waiting record final, its uses the order's, and the report right. Whoever comes second changes nothing. */
export async function placeOrderRecord(
  knex: Knex,
  { record, placedAt, changed, applied }: PlacedOrderRecord,
): Promise<void> {
  await knex.transaction(async (trx) => {
    const bound = await trx("discounts_record")
      .where("id", record.id)
      .whereNull("placed_at")
      .update({ placed_at: placedAt, updated_at: trx.fn.now() })
    if (!bound) {
      return
    }
    await trx("discounts_use")
      .where("record_id", record.id)
      .update({ order_id: record.order_id, updated_at: trx.fn.now() })
    await trx("discounts_applied")
      .where("order_id", record.order_id)
      .whereIn("order_line_id", changed)
      .where("version", "<", record.version)
      .whereNull("reversed_on")
      .update({ reversed_on: record.as_of, updated_at: trx.fn.now() })
    await insertApplied(trx, applied)
  })
}

/** Which of these words are names of discounts, of those that are deleted, too. */
export async function discountNamesAmong(knex: Knex, words: string[]): Promise<string[]> {
  if (!words.length) {
    return []
  }
  const { rows } = await knex.raw<{ rows: { name: string }[] }>(
    `select name from discounts_discount where name = any(?)
     union select name from discounts_order_discount where name = any(?)`,
    [words, words],
  )
  return rows.map(({ name }) => name)
}

export interface AbandonedOrderRecord {
  id: string
  /** Whether the order has become what the record says: it is no draft any more, or has that version. */
  is_made: boolean
}

/** Records of drafts and edits that wait since before an instant: the process that was to bind them has died. */
export async function abandonedOrderRecords(knex: Knex, before: Date): Promise<AbandonedOrderRecord[]> {
  return knex("discounts_record as s")
    .join("order as o", "o.id", "s.order_id")
    .whereNull("s.placed_at")
    .whereIn("s.channel", ["draft_order", "order_edit"])
    .where("s.created_at", "<", before)
    .orderBy("s.created_at")
    .limit(200)
    .select<AbandonedOrderRecord[]>("s.id", knex.raw("not o.is_draft_order and o.version >= s.version as is_made"))
}
