import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { closeOfferRequestStep, type CloseOfferRequestInput } from "./steps/record-quote"

/** Closes an open request without a quote, with a reason (B11). */
export const closeOfferRequestWorkflow = createWorkflow("billing-close-request", (input: CloseOfferRequestInput) => {
  return new WorkflowResponse(closeOfferRequestStep(input))
})
