import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { ChangeContext } from "../../../../modules/billing"
import { cancelChange } from "../../../../rules/billing"
import { changeOneSubscription } from "../change-one-subscription"

export interface CancelSubscriptionInput extends ChangeContext {
  id: string
  when: "now" | "period_end"
  reason: string | null
  version?: number | undefined
  /** The customer who must own it; another's is not found. Admins leave it out. */
  customer_id?: string
}

/** Cancels, or schedules the cancellation, in one transaction, so the step needs no compensation. */
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
