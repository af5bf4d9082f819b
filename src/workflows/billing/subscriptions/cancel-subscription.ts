import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { ChangeContext } from "../../../modules/billing"
import { cancelSubscriptionStep } from "./steps/cancel-subscription"

export interface CancelSubscriptionInput extends ChangeContext {
  id: string
  when: "now" | "period_end"
  reason: string | null
  /** Whose it must be; another's is not found. Left out by admins. */
  customer_id?: string
}

/** Cancels a subscription at once or at the end of what has been billed (B23). Refused, with the reason, where it has ended. */
export const cancelSubscriptionWorkflow = createWorkflow(
  "billing-cancel-subscription",
  (input: CancelSubscriptionInput) => new WorkflowResponse(cancelSubscriptionStep(input)),
)
