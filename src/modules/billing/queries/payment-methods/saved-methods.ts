import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** A method that was saved for a cart; see the model. `id` is derived from the cart. */
export interface SavedMethodRecord {
  id: string
  cart_id: string
  customer_id: string
  payment_provider_id: string
  payment_method: Record<string, unknown>
}

/** Saves a cart's method in place of an earlier one. */
export async function putSavedMethod(knex: Knex, record: SavedMethodRecord): Promise<void> {
  await knex("billing_saved_method")
    .insert({ ...record, payment_method: JSON.stringify(record.payment_method) })
    .onConflict("id")
    .merge()
}

/** The method that was saved for a cart. */
export async function findSavedMethod(knex: Knex, cartId: string): Promise<SavedMethodRecord | null> {
  const record = await knex("billing_saved_method")
    .where("cart_id", cartId)
    .whereNull("deleted_at")
    .first<SavedMethodRecord | undefined>("id", "cart_id", "customer_id", "payment_provider_id", "payment_method")
  return record ?? null
}
