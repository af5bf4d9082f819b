import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { pauseSubscriptionStep, type PauseSubscriptionInput } from "./steps/pause-subscription"

/** Pauses a subscription until a date, or until it is resumed (B24). */
export const pauseSubscriptionWorkflow = createWorkflow(
  "billing-pause-subscription",
  (input: PauseSubscriptionInput) => new WorkflowResponse(pauseSubscriptionStep(input)),
)
