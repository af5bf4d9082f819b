import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { forgetTargetsStep, type GoneTargets } from "./steps/forget-targets"

/**
 * Products, variants, collections or categories are gone: so is what was assigned to them, and what was known of them.
 * Result: the number of assignments that went.
 */
export const forgetTargetsWorkflow = createWorkflow("discounts-forget-targets", (input: GoneTargets) => {
  return new WorkflowResponse(forgetTargetsStep(input))
})
