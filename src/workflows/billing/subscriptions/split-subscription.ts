import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { splitSubscriptionStep, type SplitSubscriptionInput } from "./steps/split-subscription"

/**
 * Splits units of a subscription off into a new one, on the same terms and dates (B20). Returns the new one's id. From
 * their next renewals on, both together are billed what the one was.
 */
export const splitSubscriptionWorkflow = createWorkflow(
  "billing-split-subscription",
  (input: SplitSubscriptionInput) => new WorkflowResponse(splitSubscriptionStep(input)),
)
