import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { readRoomSettings, writeRoomSettings } from "../../../core"
import { DEFAULT_SETTINGS, type SettingsRow } from "../../rows"

const ROOM = "discounts"

/** The saved settings, merged over the defaults. */
export async function readSettings(knex: Knex): Promise<SettingsRow> {
  return { ...DEFAULT_SETTINGS, ...(await readRoomSettings(knex, ROOM)) }
}

export const writeSettings = (knex: Knex, settings: SettingsRow): Promise<void> =>
  writeRoomSettings(knex, ROOM, { ...settings })
