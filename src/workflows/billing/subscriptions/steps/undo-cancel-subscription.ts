import { MedusaError } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { type SubscriptionChange, type SubscriptionRecord, toSubscriptionFacts } from "../../../../modules/billing"
import type { BillingOptions } from "../../../../options"
import { decideUndoCancel } from "../../../../rules/billing"
import { changeOneSubscription } from "../change-one-subscription"
import { nextDueOf } from "../subscription-changes"
import type { UndoCancelSubscriptionInput } from "../undo-cancel-subscription"

/** Takes a cancellation back; in one transaction, so there is nothing to compensate within the step. */
export const undoCancelSubscriptionStep = createStep(
  "billing-undo-cancel-subscription",
  async (input: UndoCancelSubscriptionInput, { container }) =>
    new StepResponse(
      await changeOneSubscription(container, input, (row, options) => changeFor(row, { asOf: input.as_of, options })),
    ),
)

function changeFor(
  row: SubscriptionRecord,
  { asOf, options }: { asOf: string; options: BillingOptions },
): SubscriptionChange {
  const decision = decideUndoCancel({ subscription: toSubscriptionFacts(row), asOf })
  if (decision.kind === "refuse") {
    throw new MedusaError(MedusaError.Types.NOT_ALLOWED, decision.reason)
  }
  const patch = { cancel_on: null, cancel_reason: null }
  return {
    type: "cancel_undone",
    patch: { ...patch, next_due_on: nextDueOf({ ...row, ...patch }, options) },
    data: { canceled_for: row.cancel_on },
  }
}
