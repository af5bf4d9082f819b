import { createWorkflow, type WorkflowData, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { setDocumentListingStep, type DocumentListingInput } from "./steps/set-document-listing"

/**
 * Says for one package of an order whether customers' documents list its contents or show the title alone (P3). What was
 * issued before stays as it is. Throws NOT_FOUND for a line that is not the order's, NOT_ALLOWED where it is no package.
 */
export const setDocumentListingWorkflow = createWorkflow(
  "packages-set-document-listing-of-order",
  function (input: WorkflowData<DocumentListingInput>) {
    setDocumentListingStep(input)
    return new WorkflowResponse(input.line_id)
  },
)
