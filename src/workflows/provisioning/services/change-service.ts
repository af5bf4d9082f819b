import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { changeServiceStep, type ChangeServiceInput } from "./steps/change-service"

/**
 * What an admin does with a service: has it delivered again, says that staff has done it, holds it suspended, lets it go on, ends it
 * for good, or has it never suspended. What the provider has to be asked for is recorded, and made by the next worker.
 */
export const changeServiceWorkflow = createWorkflow("provisioning-change-service", (input: ChangeServiceInput) => {
  return new WorkflowResponse(changeServiceStep(input))
})
