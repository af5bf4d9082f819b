import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { inTransaction } from "../../../../modules/core"
import { createNote, readNote, type NoteRow } from "../../../../modules/customers"
import { checkNote, type NoteBody } from "../../../../rules/customers"
import { invalidFields } from "../../../errors/invalid-fields"
import { customersDatabase, editorOf, recordChanges, type Editing } from "../../profiles/editing"
import { storedProfile } from "../../profiles/stored-profile"

export interface WriteNoteInput {
  /** Chosen by the caller: the same id again is the same note. */
  id: string
  profile_id: string
  note: NoteBody
  editing: Editing
}

/** Stores a note. One transaction, and the last step: there is nothing to compensate. */
export const writeNoteStep = createStep(
  "customers-write-note",
  async ({ id, profile_id, note, editing }: WriteNoteInput, { container }) => {
    const db = customersDatabase(container)
    const checked = checkNote(null, note)
    if (!checked.ok) {
      throw invalidFields("The note was not saved", checked.problems)
    }
    await storedProfile(db, profile_id)
    const written = await inTransaction(db, async (trx): Promise<NoteRow | null> => {
      const before = await readNote(trx, id)
      if (before) {
        return before
      }
      if ((await createNote(trx, { id, profileId: profile_id, fields: checked.fields }, editorOf(editing))) === null) {
        await storedProfile(trx, profile_id)
      }
      await recordChanges(trx, editing, [{ profileId: profile_id, type: "note_written", data: { note_id: id } }])
      return readNote(trx, id)
    })
    return new StepResponse(written?.id ?? id)
  },
)
