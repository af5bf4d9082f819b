import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { deletePackageStep, type DeletePackageInput } from "./steps/delete-package"

/**
 * Makes a package a plain product again: its recipe goes, the product stays. Refused while other packages contain it.
 * What was sold is a snapshot, and stays. Result: the package's id.
 */
export const deletePackageWorkflow = createWorkflow("packages-delete-package", (input: DeletePackageInput) => {
  return new WorkflowResponse(deletePackageStep(input))
})
