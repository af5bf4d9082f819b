import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { inTransaction } from "../../../../modules/core"
import { fieldsOf, mergeProfiles } from "../../../../modules/customers"
import { checkProfile, formerLines } from "../../../../rules/customers"
import { changedFields } from "../../../../rules/versions"
import { invalidFields } from "../../../errors/invalid-fields"
import { changedMeanwhile, toConflictError } from "../../../errors/to-conflict-error"
import { checkContext } from "../../profiles/check-context"
import { customersDatabase, editorOf, recordChanges, type Editing } from "../../profiles/editing"
import { checkSeen, planMerge } from "../plan-merge"

export interface MergeProfilesInput {
  /** The one that stays. */
  winner_id: string
  loser_id: string
  /** The versions that the preview was made on; left out: whatever they are. */
  winner_version?: number | undefined
  loser_version?: number | undefined
  editing: Editing
}

/** Merges two profiles as the plan says. One transaction, and the last step: there is nothing to compensate. */
export const mergeProfilesStep = createStep(
  "customers-merge-profiles",
  async (input: MergeProfilesInput, { container }) => {
    const { winner_id: winnerId, loser_id: loserId, editing } = input
    const planned = await planMerge(container, input)
    checkSeen(input, planned)
    const { plan, winner, loser } = planned
    const before = fieldsOf(winner)
    const joined = { ...before, former_lines: formerLines(before, loser) }
    const context = await checkContext(container, editing.as_of)
    const checked = checkProfile(joined, plan.fields, { ...context, currencies: null })
    if (!checked.ok) {
      throw invalidFields("The customer was not saved", checked.problems)
    }
    const merge = {
      winnerId,
      loserId,
      fields: checked.fields,
      changed: changedFields(before, checked.fields),
      customerIds: plan.customerIds,
      expected: { winner: winner.version, loser: loser.version },
    }
    // What the loser had else stays in its row, which the entry names: so an erasure reaches it.
    const data = { loser_id: loserId, fields: plan.filled, differing: plan.differing.map(({ field }) => field) }
    await inTransaction(customersDatabase(container), async (trx) => {
      if (!(await mergeProfiles(trx, merge, editorOf(editing)))) {
        throw changedMeanwhile()
      }
      await recordChanges(trx, editing, [{ profileId: winnerId, type: "merged", data }])
    }).catch((error: unknown) => {
      throw toConflictError(error)
    })
    return new StepResponse(winnerId)
  },
)
