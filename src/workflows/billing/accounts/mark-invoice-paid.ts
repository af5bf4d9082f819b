import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { markInvoicePaidStep, type MarkInvoicePaidInput } from "./steps/mark-invoice-paid"

/** Marks what an invoice still asks for as paid, as Medusa does. Refused where nothing is open. */
export const markInvoicePaidWorkflow = createWorkflow(
  "billing-mark-invoice-paid",
  (input: MarkInvoicePaidInput) => new WorkflowResponse(markInvoicePaidStep(input)),
)
