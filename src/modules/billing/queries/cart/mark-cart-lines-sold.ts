import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** Ties cart lines' records to what they became; the unique index on the order's line keeps a second one out. */
export async function markCartLinesSold(
  trx: Knex,
  lines: { id: string; order_id: string; order_line_id: string }[],
): Promise<void> {
  for (const { id, ...sold } of lines) {
    await trx("billing_cart_line").where({ id }).update(sold)
  }
}
