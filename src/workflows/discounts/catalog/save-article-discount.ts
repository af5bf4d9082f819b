import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { planArticleDiscountStep, type SaveArticleDiscountInput } from "./steps/plan-article-discount"
import { writeArticleDiscountStep } from "./steps/write-article-discount"

/**
 * Saves an article discount (D10) with its rules and assignments: a new one, or what is given of an existing one.
 * Result: its id.
 */
export const saveArticleDiscountWorkflow = createWorkflow(
  "discounts-save-article-discount",
  (input: SaveArticleDiscountInput) => {
    return new WorkflowResponse(writeArticleDiscountStep(planArticleDiscountStep(input)))
  },
)
