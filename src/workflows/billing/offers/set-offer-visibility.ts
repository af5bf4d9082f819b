import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { setVisibilityStep, type OfferVisibility } from "./steps/set-visibility"

/** Hides an offer from every Store API answer, or shows it again (B10). */
export const setOfferVisibilityWorkflow = createWorkflow("billing-set-offer-visibility", (input: OfferVisibility) => {
  return new WorkflowResponse(setVisibilityStep(input))
})
