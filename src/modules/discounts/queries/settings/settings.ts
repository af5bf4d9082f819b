import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { changeRoomSettings, readRoomSettings, readVersionedSettings } from "../../../core"
import type { Versioned } from "../../../../rules/versions"
import { DEFAULT_SETTINGS, type SettingsRow } from "../../rows"

const ROOM = "discounts"

/** The saved settings, merged over the defaults. */
export async function readSettings(knex: Knex): Promise<SettingsRow> {
  return { ...DEFAULT_SETTINGS, ...(await readRoomSettings(knex, ROOM)) }
}

export interface StoredSettings {
  settings: SettingsRow
  /** Null: the defaults apply. */
  version: Versioned | null
}

/** The saved settings, merged over the defaults, with their version. */
export async function readStoredSettings(knex: Knex): Promise<StoredSettings> {
  const stored = await readVersionedSettings(knex, ROOM)
  return { settings: { ...DEFAULT_SETTINGS, ...stored?.values }, version: stored }
}

/** Changes some settings; false where they are not at the expected version. */
export const changeSettings = (
  knex: Knex,
  { settings, expected }: { settings: Partial<SettingsRow>; expected?: number | undefined },
): Promise<boolean> => changeRoomSettings(knex, { room: ROOM, values: { ...settings }, expected })

/** Makes the settings these, whatever they are. */
export async function writeSettings(knex: Knex, settings: SettingsRow): Promise<void> {
  await changeSettings(knex, { settings })
}
