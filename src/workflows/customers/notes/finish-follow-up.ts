import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { finishFollowUpStep, type FinishFollowUpInput } from "./steps/finish-follow-up"

/** Says that a note was followed up (C8). Result: the id of its profile. */
export const finishFollowUpWorkflow = createWorkflow("customers-finish-follow-up", (input: FinishFollowUpInput) => {
  return new WorkflowResponse(finishFollowUpStep(input))
})
