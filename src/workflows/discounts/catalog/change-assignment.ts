import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { planAssignmentStep, type AssignmentChange } from "./steps/plan-assignment"
import { writeArticleDiscountStep } from "./steps/write-article-discount"

/** Assigns a discount to one more target, changes its period there, or removes it. Result: the discount's id. */
export const changeAssignmentWorkflow = createWorkflow("discounts-change-assignment", (input: AssignmentChange) => {
  return new WorkflowResponse(writeArticleDiscountStep(planAssignmentStep(input)))
})
