import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  BILLING_MODULE,
  type BillingModuleService,
  type ChangeContext,
  scheduledChanges,
  withLockedSubscriptions,
} from "../../../../modules/billing"
import { requireOwner } from "../../subscriptions/change-one-subscription"
import { requireVersion } from "../../subscriptions/require-version"
import { withdrawChange } from "../apply-scheduled-changes"
import { requireNoneBilled } from "../scheduled-terms"

export interface UndoChangeInput extends ChangeContext {
  id: string
  version?: number | undefined
  customer_id?: string | undefined
}

/** Takes a scheduled change back, in one transaction. */
export const undoChangeStep = createStep("billing-undo-change", async (input: UndoChangeInput, { container }) => {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  await withLockedSubscriptions(knex, [input.id], async (trx, locked) => {
    for (const { row } of locked) {
      requireOwner(row, input)
      await requireVersion(trx, row, input.version)
      const [change] = await scheduledChanges(trx, [row.id])
      if (!change) {
        throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "No change is scheduled")
      }
      await requireNoneBilled(trx, row)
      await withdrawChange(trx, { row, change, reason: "taken back" }, input)
    }
  })
  return new StepResponse({ id: input.id })
})
