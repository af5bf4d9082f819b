import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { splitSubscriptionStep, type SplitSubscriptionInput } from "./steps/split-subscription"

/**
 * Makes units of a subscription into one of their own, on the same terms and dates (B20). Answers the new one's id.
 * Together they are billed what the one was, each from its next renewal on.
 */
export const splitSubscriptionWorkflow = createWorkflow(
  "billing-split-subscription",
  (input: SplitSubscriptionInput) => new WorkflowResponse(splitSubscriptionStep(input)),
)
