import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { placeOffersStep } from "./steps/place-offers"

/** Puts the offers of a group into the order in which they are shown (B2). */
export const placeOffersWorkflow = createWorkflow("billing-place-offers", (input: { ids: string[] }) => {
  return new WorkflowResponse(placeOffersStep(input))
})
