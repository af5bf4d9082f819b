import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { cancelSubscriptionStep, type CancelSubscriptionInput } from "./steps/cancel-subscription"

/**
 * Cancels a subscription at once or at the end of what has been billed (B23). Refused, with the reason, if it has
 * ended.
 */
export const cancelSubscriptionWorkflow = createWorkflow(
  "billing-cancel-subscription",
  (input: CancelSubscriptionInput) => new WorkflowResponse(cancelSubscriptionStep(input)),
)
