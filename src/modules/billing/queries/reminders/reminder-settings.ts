import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { DEFAULT_REMINDER_SETTINGS, type ReminderSettings } from "../../../../rules/billing"
import type { Versioned } from "../../../../rules/versions"
import { changeRoomSettings, readVersionedSettings } from "../../../core"

const ROOM = "billing"

export interface StoredReminderSettings {
  settings: ReminderSettings
  /** Of the room's settings; null: the defaults apply. */
  version: Versioned | null
}

/** The saved settings over the defaults, with their version. */
export async function readReminderSettings(knex: Knex): Promise<StoredReminderSettings> {
  const stored = await readVersionedSettings(knex, ROOM)
  const saved = stored?.values.reminders as Partial<ReminderSettings> | undefined
  return { settings: { ...DEFAULT_REMINDER_SETTINGS, ...saved }, version: stored }
}

/** Makes the settings these; false where the room's are not at the expected version. */
export const writeReminderSettings = (
  knex: Knex,
  { settings, expected }: { settings: ReminderSettings; expected?: number | undefined },
): Promise<boolean> => changeRoomSettings(knex, { room: ROOM, values: { reminders: settings }, expected })
