import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { inTransaction } from "../../../../modules/core"
import { deleteNote } from "../../../../modules/customers"
import { customersDatabase, recordChanges, type Editing } from "../../profiles/editing"
import { storedNote } from "../stored-note"

export interface NoteInput {
  id: string
  editing: Editing
}

/** Takes a note away. One transaction, and the last step: there is nothing to compensate. */
export const deleteNoteStep = createStep("customers-delete-note", async ({ id, editing }: NoteInput, { container }) => {
  const db = customersDatabase(container)
  const { profile_id: profileId } = await storedNote(db, id)
  await inTransaction(db, async (trx) => {
    if (await deleteNote(trx, id, new Date(editing.at))) {
      await recordChanges(trx, editing, [{ profileId, type: "note_deleted", data: { note_id: id } }])
    }
  })
  return new StepResponse(profileId)
})
