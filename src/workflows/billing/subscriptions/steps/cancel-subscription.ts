import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { ChangeContext } from "../../../../modules/billing"
import { cancelChange } from "../../../../rules/billing"
import { requireAllowed } from "../../changes/require-allowed"
import { changeOneSubscription } from "../change-one-subscription"

export interface CancelSubscriptionInput extends ChangeContext {
  id: string
  when: "now" | "period_end"
  reason: string | null
  version?: number | undefined
  /** The customer who must own it; another's is not found. Admins leave it out. */
  customer_id?: string
  /** Refused where the option `customerChanges` does not name it. */
  only_if_allowed?: true
}

/** Cancels, or schedules the cancellation, in one transaction, so the step needs no compensation. */
export const cancelSubscriptionStep = createStep(
  "billing-cancel-subscription",
  async (input: CancelSubscriptionInput, { container }) => {
    const { when, reason, as_of: asOf } = input
    const isCustomer = input.customer_id !== undefined
    const changed = await changeOneSubscription(container, input, (row, options) => {
      if (input.only_if_allowed) {
        requireAllowed("cancel", input, options)
      }
      return cancelChange(row, { when, reason, asOf, isCustomer }, options)
    })
    return new StepResponse(changed)
  },
)
