import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** How many days the store's date was ahead of the real one at an instant (demo clock; always 0 in production). */
export async function daysAheadAt(knex: Knex, instant: string): Promise<number> {
  const row = await knex("service_core_clock_offset")
    .where("created_at", "<=", instant)
    .orderBy([
      { column: "created_at", order: "desc" },
      { column: "id", order: "desc" },
    ])
    .first<{ days_ahead: number } | undefined>("days_ahead")
  return row?.days_ahead ?? 0
}
