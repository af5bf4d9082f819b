import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { SaveArticleInput } from "./plan-article"
import { saveArticleStep } from "./steps/save-article"

/** Says of a product or variant whether the order discount applies to it (D3), and what a unit costs (D24). */
export const saveArticleWorkflow = createWorkflow("discounts-save-article", (input: SaveArticleInput) => {
  return new WorkflowResponse(saveArticleStep(input))
})
