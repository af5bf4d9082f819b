import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { skipRenewalStep, type SkipRenewalInput } from "./steps/skip-renewal"

/** Skips the next renewal of a subscription (B24). */
export const skipRenewalWorkflow = createWorkflow(
  "billing-skip-renewal",
  (input: SkipRenewalInput) => new WorkflowResponse(skipRenewalStep(input)),
)
