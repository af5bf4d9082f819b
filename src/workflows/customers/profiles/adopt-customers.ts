import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { adoptCustomersStep, type AdoptCustomersInput } from "./steps/adopt-customers"

/** Gives Medusa customers their profiles: the lead with their e-mail, or a new one. Result: the profiles' ids. */
export const adoptCustomersWorkflow = createWorkflow("customers-adopt-customers", (input: AdoptCustomersInput) => {
  return new WorkflowResponse(adoptCustomersStep(input))
})
