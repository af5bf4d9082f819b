import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { mergeProfilesStep, type MergeProfilesInput } from "./steps/merge-profiles"

/** Merges two profiles of one customer, with nothing lost (C9). Result: the id of the one that stays. */
export const mergeProfilesWorkflow = createWorkflow("customers-merge-profiles", (input: MergeProfilesInput) => {
  return new WorkflowResponse(mergeProfilesStep(input))
})
