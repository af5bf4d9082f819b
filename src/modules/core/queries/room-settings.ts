import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Versioned } from "../../../rules/versions"
import { raiseVersion } from "./raise-version"

const TABLE = "service_core_settings"

/** A room's saved settings; null: none, so the room's defaults apply. */
export async function readRoomSettings(knex: Knex, room: string): Promise<Record<string, unknown> | null> {
  return (await readVersionedSettings(knex, room))?.values ?? null
}

export interface VersionedSettings extends Versioned {
  values: Record<string, unknown>
}

/** A room's saved settings with their version. */
export async function readVersionedSettings(knex: Knex, room: string): Promise<VersionedSettings | null> {
  const row = await knex(TABLE).where({ room }).first<VersionedSettings | undefined>("values", "version", "changed_in")
  return row ?? null
}

export interface SettingsChange {
  room: string
  /** The settings that are changed. */
  values: Record<string, unknown>
  /** The version that it was decided on, 0 for none; left out: whatever it is. */
  expected?: number | undefined
}

/** What a new row was made with, it has since its first version. */
const firstVersionOf = (fields: string[]): Record<string, number> =>
  Object.fromEntries(fields.map((field) => [field, 1]))

/** Changes some of a room's settings, and keeps the others. False where they are not at the expected version. */
export async function changeRoomSettings(knex: Knex, { room, values, expected }: SettingsChange): Promise<boolean> {
  const fields = Object.keys(values)
  return knex.transaction(async (trx) => {
    const made = await trx(TABLE)
      .insert({ room, values: JSON.stringify(values), changed_in: JSON.stringify(firstVersionOf(fields)) })
      .onConflict("room")
      .ignore()
      .returning("room")
    if (made.length) {
      return expected === undefined || expected === 0
    }
    if (!(await raiseVersion(trx, { table: TABLE, key: { room }, fields, expected }))) {
      return false
    }
    await trx(TABLE)
      .where({ room })
      .update({ values: trx.raw(`"values" || ?::jsonb`, [JSON.stringify(values)]) })
    return true
  })
}
