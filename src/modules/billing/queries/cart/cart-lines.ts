import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { CartLineKind } from "../../../../rules/billing/states"
import type { LineTerms } from "../../../../rules/billing/types"

/** What the server knows of one cart line; see the model. */
export interface CartLineRecord {
  id: string
  key: string
  cart_id: string
  line_item_id: string
  kind: CartLineKind
  parent_id: string | null
  offer_id: string
  cycle_id: string | null
  product_id: string
  variant_id: string | null
  terms: LineTerms
}

export interface CartLineRecordChanges {
  create: CartLineRecord[]
  update: CartLineRecord[]
  /** Whole records, so that turning `create` and `delete` round undoes a change. */
  delete: CartLineRecord[]
}

const COLUMNS = [
  "id",
  "key",
  "cart_id",
  "line_item_id",
  "kind",
  "parent_id",
  "offer_id",
  "cycle_id",
  "product_id",
  "variant_id",
  "terms",
] as const

const toRow = (record: CartLineRecord) => ({ ...record, terms: JSON.stringify(record.terms) })

/**
 * Whether a cart is any business of ours: one of these products has an offer, or one of the cart's lines a record. The
 * only thing that a cart of plain goods is asked, by index.
 */
export async function concernsCart(knex: Knex, cartId: string, productIds: string[]): Promise<boolean> {
  const { rows } = await knex.raw<{ rows: { concerns: boolean }[] }>(
    `select exists (select 1 from billing_offer where product_id = any(?) and deleted_at is null)
         or exists (select 1 from billing_cart_line where cart_id = ? and deleted_at is null) as concerns`,
    [productIds, cartId],
  )
  return rows[0]?.concerns ?? false
}

/** The products of those of these variants that are billing cycles, by variant; one join by index. */
export async function productsOfCycles(knex: Knex, variantIds: string[]): Promise<Map<string, string>> {
  const rows: { variant_id: string; product_id: string }[] = await knex("billing_cycle as cycle")
    .join("billing_offer as offer", "offer.id", "cycle.offer_id")
    .select("cycle.variant_id", "offer.product_id")
    .whereIn("cycle.variant_id", variantIds)
    .whereNull("cycle.deleted_at")
    .whereNull("offer.deleted_at")
  return new Map(rows.map((row) => [row.variant_id, row.product_id]))
}

/** The records of a cart, oldest first. */
export async function readCartLines(knex: Knex, cartId: string): Promise<CartLineRecord[]> {
  return knex("billing_cart_line")
    .select<CartLineRecord[]>(...COLUMNS)
    .where("cart_id", cartId)
    .whereNull("deleted_at")
    .orderBy(["created_at", "id"])
}

/** The records of a variant's lines in a cart, oldest first. */
export async function readCartLinesOfVariant(knex: Knex, cartId: string, variantId: string): Promise<CartLineRecord[]> {
  return knex("billing_cart_line")
    .select<CartLineRecord[]>(...COLUMNS)
    .where({ cart_id: cartId, variant_id: variantId })
    .whereNull("deleted_at")
    .orderBy(["created_at", "id"])
}

/** The record of a line, in whatever cart it is. */
export async function readCartLineOf(knex: Knex, lineItemId: string): Promise<CartLineRecord | null> {
  const record = await knex("billing_cart_line")
    .where("line_item_id", lineItemId)
    .whereNull("deleted_at")
    .first<CartLineRecord | undefined>(...COLUMNS)
  return record ?? null
}

/** Writes what became of a cart's records, in one transaction. */
export async function writeCartLines(knex: Knex, changes: CartLineRecordChanges): Promise<void> {
  const { create, update, delete: gone } = changes
  if (!create.length && !update.length && !gone.length) {
    return
  }
  await knex.transaction(async (trx) => {
    const goneIds = gone.map((record) => record.id)
    await trx("billing_cart_line").whereIn("id", goneIds).delete()
    for (const record of update) {
      await trx("billing_cart_line")
        .where("id", record.id)
        .update({ ...toRow(record), updated_at: trx.fn.now() })
    }
    if (create.length) {
      await trx("billing_cart_line").insert(create.map(toRow)).onConflict("id").merge()
    }
  })
}

/** Offers whose trial this customer has had (B14). */
export async function usedTrials(knex: Knex, customerId: string, offerIds: string[]): Promise<Set<string>> {
  const rows: { offer_id: string }[] = await knex("billing_trial_use")
    .select("offer_id")
    .where("customer_id", customerId)
    .whereIn("offer_id", offerIds)
    .whereNull("deleted_at")
  return new Set(rows.map((row) => row.offer_id))
}
