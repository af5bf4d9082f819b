import { MedusaError } from "@medusajs/framework/utils"
import { readNote, type NoteRow } from "../../../modules/customers"
import type { Database } from "../profiles/editing"

/** A note as it is stored. Throws NOT_FOUND. */
export async function storedNote(db: Database, id: string): Promise<NoteRow> {
  const note = await readNote(db, id)
  if (!note) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Note with id: ${id} was not found`)
  }
  return note
}
