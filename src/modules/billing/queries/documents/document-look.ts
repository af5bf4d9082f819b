import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { changeRoomSettings, readVersionedSettings } from "../../../core"
import type { Versioned } from "../../../../rules/versions"

/** How documents look, as an admin has set it: a row of its own beside the room's settings. */
const ROOM = "billing_documents"

export interface DocumentLookRow {
  accent_color: string
  footer: string | null
  /** The file module's id of the logo. */
  logo_file_id: string | null
}

export const STANDARD_DOCUMENT_LOOK: DocumentLookRow = { accent_color: "#1f2937", footer: null, logo_file_id: null }

/** The saved look, merged over the standard one; no version: nothing was saved. */
export async function readDocumentLook(knex: Knex): Promise<{ look: DocumentLookRow; version: Versioned | null }> {
  const stored = await readVersionedSettings(knex, ROOM)
  return { look: { ...STANDARD_DOCUMENT_LOOK, ...stored?.values }, version: stored }
}

/** Changes some of it; false where it is not at the expected version. */
export const changeDocumentLook = (
  knex: Knex,
  { look, expected }: { look: Partial<DocumentLookRow>; expected?: number | undefined },
): Promise<boolean> => changeRoomSettings(knex, { room: ROOM, values: { ...look }, expected })
