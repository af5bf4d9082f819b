import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Buyer } from "../../../../rules/cart"
import type { CivilDate } from "../../../../rules/calendar"
import type { DiscountChannel } from "../../../../rules/discounts/states"
import { insertApplied, type NewApplied } from "./insert-applied"
import { releaseUses, setUses, UsedUp } from "./uses"

/** A row of `discounts_record` (D22). Its trace is a `DiscountTrace`; to the database it is JSON. */
export interface DiscountRecordRow {
  id: string
  cart_id: string | null
  order_id: string | null
  version: number
  customer_id: string | null
  currency_code: string
  as_of: CivilDate
  channel: DiscountChannel
  trace: unknown
  placed_at: Date | null
}

export interface NewRecord extends Omit<DiscountRecordRow, "placed_at"> {
  /** Who is counted where a discount limits its uses per customer; null: nobody. */
  buyer: Buyer | null
  /** Ids of discounts with a limit per customer: their uses by the same buyer are joined. */
  limited: string[]
  /** Ids of the discounts it uses, once each. */
  used: string[]
}

export type Reserved = { ok: true; recordId: string } | { ok: false; discountId: string; isCustomers: boolean }

const COLUMNS = [
  "id",
  "cart_id",
  "order_id",
  "version",
  "customer_id",
  "currency_code",
  "as_of",
  "channel",
  "trace",
  "placed_at",
] as const

/**
 * Writes the record of a cart that is about to be completed, and reserves its uses, in one transaction: where one
 * discount is used up, nothing is written. A cart has one record: what a crashed attempt left is reused, with its
 * reserved uses.
 */
export async function reserveRecord(knex: Knex, record: NewRecord): Promise<Reserved> {
  try {
    return await knex.transaction(async (trx) => {
      const recordId = await putWaitingRecord(trx, record)
      await setUses(trx, {
        recordId,
        cartId: record.cart_id,
        buyer: record.buyer,
        limited: record.limited,
        used: record.used,
      })
      return { ok: true, recordId }
    })
  } catch (error) {
    if (error instanceof UsedUp) {
      return { ok: false, discountId: error.discountId, isCustomers: error.isCustomers }
    }
    throw error
  }
}

async function putWaitingRecord(trx: Knex.Transaction, record: NewRecord): Promise<string> {
  const { buyer: _buyer, limited: _limited, used: _used, ...row } = record
  const { id, cart_id, ...facts } = { ...row, trace: JSON.stringify(row.trace) }
  const waiting = await trx("discounts_record")
    .where({ cart_id })
    .whereNotNull("cart_id")
    .whereNull("placed_at")
    .forUpdate()
    .first<{ id: string } | undefined>("id")
  if (waiting) {
    await trx("discounts_record")
      .where("id", waiting.id)
      .update({ ...facts, created_at: trx.fn.now(), updated_at: trx.fn.now() })
    return waiting.id
  }
  await trx("discounts_record").insert({ id, cart_id, ...facts })
  return id
}

/** Deletes a record whose order was not made, and releases its uses. Does nothing to a placed record. */
export async function releaseRecord(knex: Knex, recordId: string): Promise<void> {
  await knex.transaction(async (trx) => {
    const waiting = await trx("discounts_record")
      .where("id", recordId)
      .whereNull("placed_at")
      .forUpdate()
      .first<{ id: string } | undefined>("id")
    if (waiting) {
      await releaseUses(
        trx,
        await trx("discounts_use").where("record_id", recordId).delete(["discount_id", "customer_key"]),
      )
      await trx("discounts_record").where("id", recordId).delete()
    }
  })
}

/** The record of an order's cart, placed or not; also found by the order id that a repaired record names. */
export async function recordOfOrder(knex: Knex, orderId: string): Promise<DiscountRecordRow | null> {
  const cart = knex("order_cart").select("cart_id").where("order_id", orderId).whereNull("deleted_at")
  // A union uses an index for each half; an `or` would scan the whole table.
  const named = knex("discounts_record").select("id").where({ order_id: orderId, version: 1 })
  const record = await knex("discounts_record")
    .whereIn("id", named.unionAll(knex("discounts_record").select("id").whereIn("cart_id", cart)))
    .first<DiscountRecordRow | undefined>(...COLUMNS)
  return record ?? null
}

/** Every version of an order's record, the first one first. */
export async function recordsOfOrder(knex: Knex, orderId: string): Promise<DiscountRecordRow[]> {
  return knex("discounts_record")
    .where("order_id", orderId)
    .orderBy("version")
    .select<DiscountRecordRow[]>(...COLUMNS)
}

export async function recordOfCart(knex: Knex, cartId: string): Promise<DiscountRecordRow | null> {
  const record = await knex("discounts_record")
    .where("cart_id", cartId)
    .first<DiscountRecordRow | undefined>(...COLUMNS)
  return record ?? null
}

export interface PlacedRecord {
  id: string
  orderId: string
  placedAt: Date | string
  /** The trace, with the order's line ids. */
  trace: unknown
  applied: NewApplied[]
}

/** Binds a record to its order and makes it final. A second call changes nothing. */
export async function placeRecord(knex: Knex, { id, orderId, placedAt, trace, applied }: PlacedRecord): Promise<void> {
  await knex.transaction(async (trx) => {
    const bound = await trx("discounts_record")
      .where("id", id)
      .whereNull("placed_at")
      .update({ order_id: orderId, placed_at: placedAt, trace: JSON.stringify(trace), updated_at: trx.fn.now() })
    if (bound) {
      await trx("discounts_use").where("record_id", id).update({ order_id: orderId, updated_at: trx.fn.now() })
      await insertApplied(trx, applied)
    }
  })
}

/** Releases a canceled order's uses and reverses its discounts in the report. A second call changes nothing. */
export async function cancelOrderDiscounts(knex: Knex, orderId: string, on: CivilDate): Promise<void> {
  await knex.transaction(async (trx) => {
    const released = await trx("discounts_use")
      .where("order_id", orderId)
      .whereNull("released_at")
      .update({ released_at: trx.fn.now(), updated_at: trx.fn.now() })
      .returning(["discount_id", "customer_key"])
    await releaseUses(trx, released)
    await trx("discounts_applied")
      .where("order_id", orderId)
      .whereNull("reversed_on")
      .update({ reversed_on: on, updated_at: trx.fn.now() })
  })
}
