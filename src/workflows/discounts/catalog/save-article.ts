import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { SaveArticleInput } from "./plan-article"
import { saveArticleStep } from "./steps/save-article"

/** Saves a product's or variant's eligibility for the order discount (D3) and its unit cost (D24). */
export const saveArticleWorkflow = createWorkflow("discounts-save-article", (input: SaveArticleInput) => {
  return new WorkflowResponse(saveArticleStep(input))
})
