import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { cleanUpDeletedTargetsStep, type DeletedTargets } from "./steps/clean-up-deleted-targets"

/**
 * Products, variants, collections or categories were deleted: deletes their assignments and settings. Result: the
 * number of deleted assignments.
 */
export const cleanUpDeletedTargetsWorkflow = createWorkflow(
  "discounts-clean-up-deleted-targets",
  (input: DeletedTargets) => {
    return new WorkflowResponse(cleanUpDeletedTargetsStep(input))
  },
)
