import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { insertApplied, type NewApplied } from "./insert-applied"
import type { NewSale, Reserved, SaleRecord } from "./sales"
import { giveBackUses, takeUses, UsedUp } from "./uses"

/** Which discounts an order has used: of these it may go on with its own use, and takes no second one. */
export async function usedByOrder(knex: Knex, orderId: string): Promise<Set<string>> {
  const rows: { discount_id: string }[] = await knex("discounts_use")
    .where("order_id", orderId)
    .whereNull("released_at")
    .select("discount_id")
  return new Set(rows.map(({ discount_id }) => discount_id))
}

export interface NewOrderSale extends NewSale {
  order_id: string
}

/**
 * Writes the sale of an order that never was a cart, or of an order's next version, before it is made, and takes the uses
 * that the order does not have yet, in one transaction. What an attempt that died has left is taken away first.
 */
export async function reserveOrderSale(knex: Knex, sale: NewOrderSale): Promise<Reserved> {
  try {
    return await knex.transaction(async (trx) => {
      const { customerKey, used, ...row } = sale
      await releaseWaiting(trx, { order_id: sale.order_id, version: sale.version })
      await trx("discounts_sale").insert({ ...row, trace: JSON.stringify(row.trace) })
      const held = await usedByOrder(trx, sale.order_id)
      const wanted = used.filter((id) => !held.has(id))
      await takeUses(trx, { saleId: sale.id, cartId: null, customerKey, used: wanted })
      return { ok: true, saleId: sale.id }
    })
  } catch (error) {
    if (error instanceof UsedUp) {
      return { ok: false, discountId: error.discountId, isCustomers: error.isCustomers }
    }
    throw error
  }
}

async function releaseWaiting(trx: Knex.Transaction, of: { order_id: string; version: number }): Promise<void> {
  const waiting = await trx("discounts_sale")
    .where(of)
    .whereNull("placed_at")
    .forUpdate()
    .first<{ id: string } | undefined>("id")
  if (waiting) {
    await giveBackUses(
      trx,
      await trx("discounts_use").where("sale_id", waiting.id).delete(["discount_id", "customer_key"]),
    )
    await trx("discounts_sale").where("id", waiting.id).delete()
  }
}

/** A record that waits for its sale to be made; null where it has been, or never will be. */
export async function waitingSale(knex: Knex, id: string): Promise<SaleRecord | null> {
  const sale = await knex("discounts_sale").where({ id }).whereNull("placed_at").first<SaleRecord | undefined>("*")
  return sale ?? null
}

export interface PlacedOrderSale {
  sale: Pick<SaleRecord, "id" | "order_id" | "version" | "as_of">
  placedAt: Date
  /** Lines that this version has changed or taken away: what their discounts took off before counts no more. */
  changed: string[]
  applied: NewApplied[]
}

/** Makes a waiting record final, its uses the order's, and the report right. Whoever comes second changes nothing. */
export async function placeOrderSale(knex: Knex, { sale, placedAt, changed, applied }: PlacedOrderSale): Promise<void> {
  await knex.transaction(async (trx) => {
    const bound = await trx("discounts_sale")
      .where("id", sale.id)
      .whereNull("placed_at")
      .update({ placed_at: placedAt, updated_at: trx.fn.now() })
    if (!bound) {
      return
    }
    await trx("discounts_use").where("sale_id", sale.id).update({ order_id: sale.order_id, updated_at: trx.fn.now() })
    await trx("discounts_applied")
      .where("order_id", sale.order_id)
      .whereIn("order_line_id", changed)
      .where("version", "<", sale.version)
      .whereNull("reversed_on")
      .update({ reversed_on: sale.as_of, updated_at: trx.fn.now() })
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
