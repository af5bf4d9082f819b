import type { Knex } from "@medusajs/framework/mikro-orm/knex"

const TABLE = "service_core_settings"

/** A room's saved settings; null: none, so the room's defaults apply. */
export async function readRoomSettings(knex: Knex, room: string): Promise<Record<string, unknown> | null> {
  const row = await knex(TABLE).where({ room }).first<{ values: Record<string, unknown> } | undefined>("values")
  return row?.values ?? null
}

/** Replaces a room's settings. */
export async function writeRoomSettings(knex: Knex, room: string, values: Record<string, unknown>): Promise<void> {
  const stored = JSON.stringify(values)
  await knex(TABLE)
    .insert({ room, values: stored })
    .onConflict("room")
    .merge({ values: stored, updated_at: knex.fn.now() })
}
