import type { Knex } from "@medusajs/framework/mikro-orm/knex"

const TABLE = "service_core_sweep_cursor"

/** A sweep's position; null before its first run. */
export async function sweepPosition(knex: Knex, name: string): Promise<string | null> {
  const row = await knex(TABLE).where({ name }).first<{ position: string } | undefined>("position")
  return row?.position ?? null
}

/** When a sweep first ran; null before. */
export async function firstSweep(knex: Knex, name: string): Promise<Date | null> {
  const row = await knex(TABLE).where({ name }).first<{ created_at: Date } | undefined>("created_at")
  return row ? new Date(row.created_at) : null
}

/** Moves a sweep's position forward. It never goes back: of two concurrent calls, the later position counts. */
export async function advanceSweep(knex: Knex, name: string, position: string): Promise<void> {
  await knex.raw(
    `insert into ${TABLE} (name, position) values (?, ?)
     on conflict (name) do update set
       position = greatest(${TABLE}.position collate "C", excluded.position collate "C"), updated_at = now()`,
    [name, position],
  )
}

/** Sets the position of a sweep that starts over. */
export async function setSweepPosition(knex: Knex, name: string, position: string): Promise<void> {
  await knex(TABLE).insert({ name, position }).onConflict("name").merge({ position, updated_at: knex.fn.now() })
}
