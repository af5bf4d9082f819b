import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { zeroCollections } from "../../../rules/billing"
import { createPaymentCollectionsStep } from "./steps/create-payment-collections"
import { draftOrderInvoiceStep, type IssueOrderInvoiceInput } from "./steps/draft-order-invoice"
import { issueOrderInvoiceStep } from "./steps/issue-order-invoice"

/**
 * Issues the invoice of a placed order, the free ones too (B50); drafts and cancelled orders have none. An order with
 * nothing to pay gets a payment collection of zero first, so that Medusa shows it as paid. Returns whether this run
 * issued it: a second run finds it and changes nothing.
 */
export const issueOrderInvoiceWorkflow = createWorkflow(
  "billing-issue-order-invoice",
  (input: IssueOrderInvoiceInput) => {
    const draft = draftOrderInvoiceStep(input)
    createPaymentCollectionsStep(transform({ draft }, ({ draft }) => zeroCollections(draft)))
    return new WorkflowResponse(issueOrderInvoiceStep(draft))
  },
)
