import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** How far a sweep has come; null before its first time. */
export async function sweepPosition(knex: Knex, name: string): Promise<Date | null> {
  const row = await knex("billing_sweep").where({ name }).first<{ position: Date } | undefined>("position")
  return row ? new Date(row.position) : null
}

/** When a sweep was made for the first time; null before. */
export async function firstSweep(knex: Knex, name: string): Promise<Date | null> {
  const row = await knex("billing_sweep").where({ name }).first<{ created_at: Date } | undefined>("created_at")
  return row ? new Date(row.created_at) : null
}

/** Notes how far a sweep has come. It never goes back: of two at once, the further one counts. */
export async function moveSweep(knex: Knex, name: string, position: Date): Promise<void> {
  await knex.raw(
    `insert into billing_sweep (name, position) values (?, ?)
     on conflict (name) do update set position = greatest(billing_sweep.position, excluded.position), updated_at = now()`,
    [name, position.toISOString()],
  )
}
