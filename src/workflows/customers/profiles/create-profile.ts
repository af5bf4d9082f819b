import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { createProfileStep, type CreateProfileInput } from "./steps/create-profile"

/** Makes a customer's profile, or a lead's, with its first note (C3). Result: its id. */
export const createProfileWorkflow = createWorkflow("customers-create-profile", (input: CreateProfileInput) => {
  return new WorkflowResponse(createProfileStep(input))
})
