import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { DiscountChannel } from "../../../../rules/discounts/states"
import { insertApplied, type NewApplied } from "./insert-applied"
import type { NewRecord, Reserved, DiscountRecordRow } from "./cart-records"
import { releaseUses, setUses, UsedUp } from "./uses"

/** Discounts that an order has used already: it needs no second use of them. */
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

/** `isBusy`: another request is about to confirm the same order or edit. */
export type OrderReserved = Reserved | { ok: false; isBusy: true }

/** Channels of records that are made for an order, not for a cart. */
export const OF_ORDERS: DiscountChannel[] = ["draft_order", "order_edit", "exchange", "claim"]

class Busy extends Error {}

const UNIQUE_VIOLATION = "23505"
const isBusy = (error: unknown): boolean =>
  error instanceof Busy || (error instanceof Error && "code" in error && error.code === UNIQUE_VIOLATION)

/**
 * Writes the record of a draft, or of an order's next version, before it is confirmed, and reserves the uses that the
 * order does not have yet, in one transaction. What a crashed attempt left is deleted first.
 */
export async function reserveOrderRecord(knex: Knex, record: NewOrderRecord): Promise<OrderReserved> {
  try {
    return await knex.transaction(async (trx) => {
      const { buyer, limited, used, ...row } = record
      await clearWaiting(trx, record.order_id)
      await trx("discounts_record").insert({ ...row, trace: JSON.stringify(row.trace) })
      const held = await usedByOrder(trx, record.order_id)
      const wanted = used.filter((id) => !held.has(id))
      await setUses(trx, { recordId: record.id, cartId: null, buyer, limited, used: wanted })
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

/** A running request binds or releases its record within a minute; an older one was left by a crash. */
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
    await releaseUses(trx, await trx("discounts_use").where("record_id", id).delete(["discount_id", "customer_key"]))
    await trx("discounts_record").where({ id }).delete()
  }
}

/** A record whose order or edit is not confirmed yet; null where it is placed or released. */
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
  /** Lines that this version changes or removes: their earlier rows in the report are reversed. */
  changed: string[]
  applied: NewApplied[]
}

/** Makes a waiting record final, binds its uses to the order, and updates the report. A second call changes nothing. */
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

/** Which of these texts are names of discounts, deleted ones included. */
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
  /** Whether the order is confirmed as the record says: it is no draft any more, and has that version. */
  is_made: boolean
}

/** Records of drafts and edits that have waited since before an instant: their process has crashed. */
export async function abandonedOrderRecords(knex: Knex, before: Date): Promise<AbandonedOrderRecord[]> {
  return knex("discounts_record as s")
    .join("order as o", "o.id", "s.order_id")
    .whereNull("s.placed_at")
    .whereIn("s.channel", OF_ORDERS)
    .where("s.created_at", "<", before)
    .orderBy("s.created_at")
    .limit(200)
    .select<AbandonedOrderRecord[]>("s.id", knex.raw("not o.is_draft_order and o.version >= s.version as is_made"))
}
