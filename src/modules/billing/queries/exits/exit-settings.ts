import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ExitSettings } from "../../../../rules/billing"
import { changeRoomSettings, readVersionedSettings } from "../../../core"
import type { Versioned } from "../../../../rules/versions"

const ROOM = "billing"

export interface StoredExitSettings {
  settings: ExitSettings
  /** Of the room's settings; null: none were saved. */
  version: Versioned | null
}

/** Which exit pages each region serves, with the settings' version. */
export async function readExitSettings(knex: Knex): Promise<StoredExitSettings> {
  const stored = await readVersionedSettings(knex, ROOM)
  return { settings: (stored?.values.exits as ExitSettings | undefined) ?? {}, version: stored }
}

/** Makes the settings these; false where the room's are not at the expected version. */
export const writeExitSettings = (
  knex: Knex,
  { settings, expected }: { settings: ExitSettings; expected?: number | undefined },
): Promise<boolean> => changeRoomSettings(knex, { room: ROOM, values: { exits: settings }, expected })
