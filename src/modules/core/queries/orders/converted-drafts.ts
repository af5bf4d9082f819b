import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/**
 * The orders among these that were drafts when they were first heard of, with the instant at which they were first heard of as
 * orders. What was placed at once was heard of as both in one transaction.
 */
export async function convertedDrafts(knex: Knex, orderIds: readonly string[]): Promise<Map<string, string>> {
  const rows: { order_id: string; created_at: Date }[] = orderIds.length
    ? await knex("service_core_order_change as c")
        .join("service_core_open_order as w", "w.order_id", "c.order_id")
        .whereIn(
          "c.id",
          orderIds.map((id) => `placed:${id}`),
        )
        .whereRaw("w.created_at < c.created_at")
        .whereNull("c.deleted_at")
        .whereNull("w.deleted_at")
        .select("c.order_id", "c.created_at")
    : []
  return new Map(rows.map(({ order_id, created_at }) => [order_id, new Date(created_at).toISOString()]))
}
