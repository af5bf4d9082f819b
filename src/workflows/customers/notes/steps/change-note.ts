import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { inTransaction } from "../../../../modules/core"
import { updateNote } from "../../../../modules/customers"
import { checkNote, type NoteBody, type NoteFields } from "../../../../rules/customers"
import { changedFields, versionProblems } from "../../../../rules/versions"
import { invalidFields } from "../../../errors/invalid-fields"
import { changedMeanwhile } from "../../../errors/to-conflict-error"
import { customersDatabase, editorOf, recordChanges, type Editing } from "../../profiles/editing"
import { storedNote } from "../stored-note"

export interface ChangeNoteInput {
  id: string
  /** What is left out stays. */
  note: NoteBody
  version?: number | undefined
  editing: Editing
}

/** Stores what a note says now, and keeps what it said. One transaction, and the last step: nothing compensates. */
export const changeNoteStep = createStep(
  "customers-change-note",
  async ({ id, note, version, editing }: ChangeNoteInput, { container }) => {
    const db = customersDatabase(container)
    const stored = await storedNote(db, id)
    const { text, priority, follow_up_on } = stored
    const before: NoteFields = { text, priority, follow_up_on }
    const checked = checkNote(before, note)
    const fields = checked.ok ? changedFields(before, checked.fields) : ["?"]
    const problems = [
      ...(fields.length ? versionProblems(version, stored) : []),
      ...(checked.ok ? [] : checked.problems),
    ]
    if (!checked.ok || problems.length) {
      throw invalidFields("The note was not saved", problems)
    }
    await inTransaction(db, async (trx) => {
      if (!(await updateNote(trx, { id, after: checked.fields, expected: stored.version }, editorOf(editing)))) {
        throw changedMeanwhile()
      }
      if (fields.length) {
        const change = { profileId: stored.profile_id, type: "note_changed" as const, data: { note_id: id, fields } }
        await recordChanges(trx, editing, [change])
      }
    })
    return new StepResponse(id)
  },
)
