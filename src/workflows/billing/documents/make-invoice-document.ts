import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { storeInvoiceDocumentStep, type StoreInvoiceDocumentInput } from "./steps/store-invoice-document"

/** Makes the file of an invoice in one format, once; a second run answers with the first one's file (B52). */
export const makeInvoiceDocumentWorkflow = createWorkflow(
  "billing-make-invoice-document",
  (input: StoreInvoiceDocumentInput) => new WorkflowResponse(storeInvoiceDocumentStep(input)),
)
