import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { ChangeContext } from "../../../../modules/billing"
import { cancelChange } from "../../../../rules/billing"
import { changeOneSubscription } from "../change-one-subscription"

export interface CancelSubscriptionInput extends ChangeContext {
  id: string
  when: "now" | "period_end"
  reason: string | null
  /** Whose it must be; another's is not found. Left out by admins. */
  customer_id?: string
}

/** Cancels, or notes when it will be; in one transaction, so there is nothing to compensate within the step. */
export const cancelSubscriptionStep = createStep(
  "billing-cancel-subscription",
  async (input: CancelSubscriptionInput, { container }) => {
    const { when, reason, as_of: asOf } = input
    const changed = await changeOneSubscription(container, input, (row, options) =>
      cancelChange(row, { when, reason, asOf }, options),
    )
    return new StepResponse(changed)
  },
)
