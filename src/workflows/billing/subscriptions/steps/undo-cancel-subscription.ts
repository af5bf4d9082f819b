import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { ChangeContext } from "../../../../modules/billing"
import { undoCancelChange } from "../../../../rules/billing"
import { changeOneSubscription } from "../change-one-subscription"

export interface UndoCancelSubscriptionInput extends ChangeContext {
  id: string
  /** Whose it must be; another's is not found. Left out by admins. */
  customer_id?: string
}

/** Takes a cancellation back; in one transaction, so there is nothing to compensate within the step. */
export const undoCancelSubscriptionStep = createStep(
  "billing-undo-cancel-subscription",
  async (input: UndoCancelSubscriptionInput, { container }) =>
    new StepResponse(
      await changeOneSubscription(container, input, (row, options) => undoCancelChange(row, input.as_of, options)),
    ),
)
