import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { eraseCustomerStep, type EraseCustomerInput } from "./steps/erase-customer"

/** Erases what the sales history says of a customer (H6): figures and chains stay whole. */
export const eraseCustomerWorkflow = createWorkflow(
  "sales-erase-customer",
  (input: EraseCustomerInput) => new WorkflowResponse(eraseCustomerStep(input)),
)
