import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { undoCancelSubscriptionStep, type UndoCancelSubscriptionInput } from "./steps/undo-cancel-subscription"

/** Undoes a cancellation before it takes effect (B23). */
export const undoCancelSubscriptionWorkflow = createWorkflow(
  "billing-undo-cancel-subscription",
  (input: UndoCancelSubscriptionInput) => new WorkflowResponse(undoCancelSubscriptionStep(input)),
)
