import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { writeOffInvoiceStep, type WriteOffInput } from "./steps/write-off-invoice"

/** Writes off what an invoice still asks for, with a reason. Refused where nothing is open. */
export const writeOffInvoiceWorkflow = createWorkflow(
  "billing-write-off-invoice",
  (input: WriteOffInput) => new WorkflowResponse(writeOffInvoiceStep(input)),
)
