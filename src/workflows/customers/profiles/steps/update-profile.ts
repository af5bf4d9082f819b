import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { inTransaction } from "../../../../modules/core"
import { fieldsOf, updateProfile } from "../../../../modules/customers"
import { checkProfile, type ProfileBody, type StoredFields } from "../../../../rules/customers"
import { changedFields, versionProblems } from "../../../../rules/versions"
import { invalidFields } from "../../../errors/invalid-fields"
import { changedMeanwhile, toConflictError } from "../../../errors/to-conflict-error"
import { checkContext } from "../check-context"
import { customersDatabase, editorOf, recordChanges, type Editing } from "../editing"
import { storedProfile } from "../stored-profile"

export interface UpdateProfileInput {
  id: string
  /** What is left out stays; null clears. */
  profile: ProfileBody
  /** The one that the fields were read in. */
  version?: number | undefined
  editing: Editing
}

/** What follows from the fields is no change of its own. */
const DERIVED = /^(search_|former_lines|name_key|email_key|phone_e164|vat_state|vat_checked_on)/

const edited = (before: StoredFields, after: StoredFields): string[] =>
  changedFields(before, after).filter((field) => !DERIVED.test(field))

/** Stores what was changed of a profile. One transaction, and the last step: there is nothing to compensate. */
export const updateProfileStep = createStep(
  "customers-update-profile",
  async ({ id, profile, version, editing }: UpdateProfileInput, { container }) => {
    const db = customersDatabase(container)
    const stored = await storedProfile(db, id)
    const before = fieldsOf(stored)
    const context = await checkContext(container, editing.as_of)
    // A currency that the store has given up does not block another field.
    const currencies = [...(context.currencies ?? []), ...(before.currency_code === null ? [] : [before.currency_code])]
    const checked = checkProfile(before, profile, { ...context, currencies })
    const fields = checked.ok ? edited(before, checked.fields) : ["?"]
    const problems = [
      ...(fields.length ? versionProblems(version, stored) : []),
      ...(checked.ok ? [] : checked.problems),
    ]
    if (!checked.ok || problems.length) {
      throw invalidFields("The customer was not saved", problems)
    }
    await inTransaction(db, async (trx) => {
      const change = { id, before, after: checked.fields, expected: stored.version }
      if (!(await updateProfile(trx, change, editorOf(editing)))) {
        throw changedMeanwhile()
      }
      if (fields.length) {
        await recordChanges(trx, editing, [{ profileId: id, type: "changed", data: { fields } }])
      }
    }).catch((error: unknown) => {
      throw toConflictError(error)
    })
    return new StepResponse(id)
  },
)
