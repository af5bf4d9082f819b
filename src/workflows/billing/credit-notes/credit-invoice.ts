import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { creditInvoiceStep, type CreditInvoiceInput } from "./steps/credit-invoice"

/** Credits a part of an invoice, or all of it, with a reason: never above what is left of it. */
export const creditInvoiceWorkflow = createWorkflow(
  "billing-credit-invoice",
  (input: CreditInvoiceInput) => new WorkflowResponse(creditInvoiceStep(input)),
)
