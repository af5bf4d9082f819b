import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { askForExitMail, BILLING_MODULE, type BillingModuleService, moveExitRequest } from "../../../../modules/billing"
import { inTransaction, type Actor } from "../../../../modules/core"
import type { CivilDate } from "../../../../rules/calendar"
import { changedMeanwhile } from "../../../errors/to-conflict-error"
import { endOfSubscription } from "../end-of-subscription"

export interface CarryOutExitInput {
  id: string
  /** `done`: nothing is to be canceled any more. */
  when: "now" | "period_end" | "done"
  note: string | null
  as_of: CivilDate
  actor: Actor
}

interface FinishExitInput {
  input: CarryOutExitInput
  exit: { id: string; subscription_id: string }
}

/** Closes the declaration, and has the customer told; one transaction, the last step. */
export const finishExitStep = createStep(
  "billing-finish-exit",
  async ({ input, exit }: FinishExitInput, { container }) => {
    const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
    const ends_on = await endOfSubscription(knex, exit.subscription_id)
    await inTransaction(knex, async (trx) => {
      const move = { note: input.note, handled_by: input.actor, handled_on: input.as_of, ends_on }
      if (!(await moveExitRequest(trx, { id: input.id, from: ["open"], status: "carried_out", ...move }))) {
        throw changedMeanwhile()
      }
      if (ends_on !== null) {
        await askForExitMail(trx, input.id)
      }
    })
    return new StepResponse({ id: input.id })
  },
)
