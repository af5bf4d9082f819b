import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { linkCustomerStep, type LinkCustomerInput } from "./steps/link-customer"

/** Links a lead to the Medusa customer that it has become. Result: the profile's id. */
export const linkCustomerWorkflow = createWorkflow("customers-link-customer", (input: LinkCustomerInput) => {
  return new WorkflowResponse(linkCustomerStep(input))
})
