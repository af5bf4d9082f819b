import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { updateProfileStep, type UpdateProfileInput } from "./steps/update-profile"

/** Changes a customer's profile; another temperature is kept as history (C7). Result: its id. */
export const updateProfileWorkflow = createWorkflow("customers-update-profile", (input: UpdateProfileInput) => {
  return new WorkflowResponse(updateProfileStep(input))
})
