import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { inTransaction, newId } from "../../../../modules/core"
import { createNote, createProfiles, linkCustomer, readProfiles } from "../../../../modules/customers"
import { checkNote, checkProfile, type ProfileBody } from "../../../../rules/customers"
import { invalidFields } from "../../../errors/invalid-fields"
import { refuse } from "../../../errors/refuse"
import { toConflictError } from "../../../errors/to-conflict-error"
import { checkContext } from "../check-context"
import { customersDatabase, editorOf, recordChanges, type Editing } from "../editing"

export interface CreateProfileInput {
  /** Chosen by the caller: the same id again is the same profile. */
  id: string
  profile: ProfileBody
  /** The first note (C3). */
  notes: string | null
  /** A Medusa customer whose profile it is; null: a lead. */
  customer_id: string | null
  editing: Editing
}

/** Stores a profile with its first note. One transaction, and the last step: there is nothing to compensate. */
export const createProfileStep = createStep(
  "customers-create-profile",
  async ({ id, profile, notes, customer_id, editing }: CreateProfileInput, { container }) => {
    const checked = checkProfile(null, profile, await checkContext(container, editing.as_of))
    const note = notes === null || !notes.trim() ? null : checkNote(null, { text: notes })
    const noteProblems = note && !note.ok ? note.problems.map((problem) => ({ ...problem, field: "notes" })) : []
    if (!checked.ok || noteProblems.length) {
      throw invalidFields("The customer was not saved", [...(checked.ok ? [] : checked.problems), ...noteProblems])
    }
    if (customer_id !== null) {
      await container.resolve(Modules.CUSTOMER).retrieveCustomer(customer_id, { select: ["id"] })
    }
    await inTransaction(customersDatabase(container), async (trx) => {
      const [before] = await readProfiles(trx, [id])
      if (before) {
        return
      }
      const editor = editorOf(editing)
      await createProfiles(trx, [{ id, fields: checked.fields }], editor)
      if (note?.ok) {
        await createNote(trx, { id: newId("cnote"), profileId: id, fields: note.fields }, editor)
      }
      if (customer_id !== null && !(await linkCustomer(trx, id, customer_id))) {
        refuse("customer_id", "has a profile already")
      }
      await recordChanges(trx, editing, [{ profileId: id, type: "created" }])
    }).catch((error: unknown) => {
      throw toConflictError(error)
    })
    return new StepResponse(id)
  },
)
