import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { correctInvoicesStep, type CorrectInvoicesInput } from "./steps/correct-invoices"

/** Records the correction that the invoices of a changed order need, and settles them. A second run changes nothing. */
export const correctInvoicesWorkflow = createWorkflow(
  "billing-correct-invoices",
  (input: CorrectInvoicesInput) => new WorkflowResponse(correctInvoicesStep(input)),
)
