import type { MedusaContainer } from "@medusajs/framework/types"
import type { NoteAnswer, NoteRevisionAnswer } from "../../../contracts/customers/notes"
import { noteRevisions, type NoteRow } from "../../../modules/customers"
import { customersDatabase } from "../../../workflows/customers/profiles/editing"
import { storedNote } from "../../../workflows/customers/notes/stored-note"
import { userNames } from "./user-names"

/** Notes as they are answered, in the order in which they are given. */
export async function presentNotes(container: MedusaContainer, rows: readonly NoteRow[]): Promise<NoteAnswer[]> {
  const nameOf = await userNames(
    container,
    rows.map(({ created_by }) => created_by),
  )
  return rows.map(({ created_by, created_at, followed_up_at, changed_in: _changed, ...row }) => ({
    ...row,
    followed_up_at: followed_up_at === null ? null : new Date(followed_up_at).toISOString(),
    author_name: nameOf(created_by),
    created_at: new Date(created_at).toISOString(),
  }))
}

/** One note. Throws NOT_FOUND. */
export async function noteAnswer(container: MedusaContainer, id: string): Promise<NoteAnswer | undefined> {
  const [note] = await presentNotes(container, [await storedNote(customersDatabase(container), id)])
  return note
}

export async function presentRevisions(container: MedusaContainer, noteId: string): Promise<NoteRevisionAnswer[]> {
  const rows = await noteRevisions(customersDatabase(container), noteId)
  const nameOf = await userNames(
    container,
    rows.map(({ edited_by }) => edited_by),
  )
  return rows.map(({ note_version, edited_by, created_at, ...row }) => ({
    ...row,
    version: note_version,
    editor_name: nameOf(edited_by),
    created_at: new Date(created_at).toISOString(),
  }))
}
