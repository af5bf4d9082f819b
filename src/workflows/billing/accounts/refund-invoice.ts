import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { refundInvoiceStep, type RefundInvoiceInput } from "./steps/refund-invoice"

/** Gives money back on an invoice, with a reason: never above what was captured. A credit note follows. */
export const refundInvoiceWorkflow = createWorkflow(
  "billing-refund-invoice",
  (input: RefundInvoiceInput) => new WorkflowResponse(refundInvoiceStep(input)),
)
