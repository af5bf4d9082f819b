import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { suspendSubscriptionStep, type SuspensionInput } from "./steps/suspend-subscription"

/** Suspends a subscription by hand, with a reason: it is not billed, and no payment resumes it. */
export const suspendSubscriptionWorkflow = createWorkflow(
  "billing-suspend-subscription",
  (input: SuspensionInput) => new WorkflowResponse(suspendSubscriptionStep(input)),
)
