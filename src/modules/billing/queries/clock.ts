import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** How many days ahead of the real date the store's date was at an instant (demo clock; 0 in production). */
export async function daysAheadAt(knex: Knex, instant: string): Promise<number> {
  const row = await knex("billing_clock_offset")
    .where("created_at", "<=", instant)
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .first<{ days_ahead: number }>("days_ahead")
  return row?.days_ahead ?? 0
}
