import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { setGroupVisibilityStep, type GroupVisibility } from "./steps/set-group-visibility"

/** Hides all offers of a group, or shows them again (B2). */
export const setGroupVisibilityWorkflow = createWorkflow(
  "billing-set-group-visibility",
  (input: GroupVisibility) => new WorkflowResponse(setGroupVisibilityStep(input)),
)
