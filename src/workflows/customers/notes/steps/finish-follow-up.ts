import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { inTransaction } from "../../../../modules/core"
import { finishFollowUp } from "../../../../modules/customers"
import { refuse } from "../../../errors/refuse"
import { customersDatabase, recordChanges, type Editing } from "../../profiles/editing"
import { storedNote } from "../stored-note"

export interface FinishFollowUpInput {
  /** The note's. */
  id: string
  editing: Editing
}

/** Says that a note was followed up; twice is once. One transaction, and the last step: nothing compensates. */
export const finishFollowUpStep = createStep(
  "customers-finish-follow-up",
  async ({ id, editing }: FinishFollowUpInput, { container }) => {
    const db = customersDatabase(container)
    const { profile_id: profileId, follow_up_on, followed_up_at } = await storedNote(db, id)
    if (follow_up_on === null) {
      refuse("follow_up_on", "the note has no date to come back to it")
    }
    if (followed_up_at === null) {
      await inTransaction(db, async (trx) => {
        if (await finishFollowUp(trx, id, new Date(editing.at))) {
          await recordChanges(trx, editing, [{ profileId, type: "followed_up", data: { note_id: id } }])
        }
      })
    }
    return new StepResponse(profileId)
  },
)
