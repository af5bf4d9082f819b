import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/**
 * Whether an order was made by a renewal: by the renewal's record, which exists before its order, or by the id that
 * both are derived from. The order's metadata is not used: a storefront can write it.
 */
export async function isRenewalOrder(knex: Knex, orderId: string): Promise<boolean> {
  const row = await knex("billing_renewal")
    .where((of) => of.where("order_id", orderId).orWhere("id", orderId.replace(/^order_/, "bren_")))
    .whereNull("deleted_at")
    .first<{ id: string } | undefined>("id")
  return row !== undefined
}
