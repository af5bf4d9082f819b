import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { importCustomersStep, type ImportCustomersInput } from "./steps/import-customers"

/** Imports customers of a CSV file, all or nothing; twice is once (C9). Result: how many were made and changed. */
export const importCustomersWorkflow = createWorkflow("customers-import-customers", (input: ImportCustomersInput) => {
  return new WorkflowResponse(importCustomersStep(input))
})
