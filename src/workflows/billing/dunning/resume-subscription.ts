import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { resumeSubscriptionStep, type SuspensionInput } from "./steps/suspend-subscription"

/** Resumes a paused subscription, or a suspended one that owes nothing past its date, with a reason. */
export const resumeSubscriptionWorkflow = createWorkflow(
  "billing-resume-subscription",
  (input: SuspensionInput) => new WorkflowResponse(resumeSubscriptionStep(input)),
)
