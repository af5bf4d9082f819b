import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { ChangeContext } from "../../../modules/billing"
import { undoCancelSubscriptionStep } from "./steps/undo-cancel-subscription"

export interface UndoCancelSubscriptionInput extends ChangeContext {
  id: string
  /** Whose it must be; another's is not found. Left out by admins. */
  customer_id?: string
}

/** Takes a cancellation back before it takes effect (B23). */
export const undoCancelSubscriptionWorkflow = createWorkflow(
  "billing-undo-cancel-subscription",
  (input: UndoCancelSubscriptionInput) => new WorkflowResponse(undoCancelSubscriptionStep(input)),
)
