import type { Knex } from "@medusajs/framework/mikro-orm/knex"

const TABLE = "service_core_sweep_cursor"

/** How far a sweep has come; null before its first time. */
export async function sweepPosition(knex: Knex, name: string): Promise<string | null> {
  const row = await knex(TABLE).where({ name }).first<{ position: string } | undefined>("position")
  return row?.position ?? null
}

/** When a sweep ran for the first time; null before. */
export async function firstSweep(knex: Knex, name: string): Promise<Date | null> {
  const row = await knex(TABLE).where({ name }).first<{ created_at: Date } | undefined>("created_at")
  return row ? new Date(row.created_at) : null
}

/** Records how far a sweep has come. It never goes back: of two at once, the further one counts. */
export async function advanceSweep(knex: Knex, name: string, position: string): Promise<void> {
  await knex.raw(
    `insert into ${TABLE} (name, position) values (?, ?)
     on conflict (name) do update set
       position = greatest(${TABLE}.position collate "C", excluded.position collate "C"), updated_at = now()`,
    [name, position],
  )
}

/** Puts a sweep that goes round and round where it is to go on. */
export async function setSweepPosition(knex: Knex, name: string, position: string): Promise<void> {
  await knex(TABLE).insert({ name, position }).onConflict("name").merge({ position, updated_at: knex.fn.now() })
}
