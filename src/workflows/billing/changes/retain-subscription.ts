import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { retainSubscriptionStep, type RetainSubscriptionInput } from "./steps/retain-subscription"

/** Takes what the store offers those who want to cancel: a pause, or a percentage for some cycles (B23). Once. */
export const retainSubscriptionWorkflow = createWorkflow(
  "billing-retain-subscription",
  (input: RetainSubscriptionInput) => new WorkflowResponse(retainSubscriptionStep(input)),
)
