import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { loadArticleDiscountStep } from "./steps/load-article-discount"
import { writeArticleDiscountStep } from "./steps/write-article-discount"

/**
 * Deletes an article discount with its rules and assignments. Amounts already given stay: in orders, in subscriptions,
 * in the report, in discount records.
 */
export const deleteArticleDiscountWorkflow = createWorkflow(
  "discounts-delete-article-discount",
  (input: { id: string }) => {
    const before = loadArticleDiscountStep(input.id)
    const change = transform({ before }, (data) => ({ before: data.before, after: null }))
    return new WorkflowResponse(writeArticleDiscountStep(change))
  },
)
