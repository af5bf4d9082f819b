import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { forgetTargetsStep, type GoneTargets } from "./steps/forget-targets"

/**
 * Products, variants, collections or categories were deleted: deletes their assignments and settings. Result: the
 * number of deleted assignments.
 */
export const forgetTargetsWorkflow = createWorkflow("discounts-forget-targets", (input: GoneTargets) => {
  return new WorkflowResponse(forgetTargetsStep(input))
})
