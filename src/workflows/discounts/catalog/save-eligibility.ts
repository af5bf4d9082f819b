import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { saveEligibilityStep, type SaveEligibilityInput } from "./steps/save-eligibility"

/**
 * Says of many articles at once whether the order discount applies to them (D3): of all, of collections and categories, of
 * products and variants. Result: how many it was said of.
 */
export const saveEligibilityWorkflow = createWorkflow("discounts-save-eligibility", (input: SaveEligibilityInput) => {
  return new WorkflowResponse(saveEligibilityStep(input))
})
