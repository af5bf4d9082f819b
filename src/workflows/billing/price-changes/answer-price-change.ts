import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { answerPriceChangeStep, type AnswerPriceChangeInput } from "./steps/answer-price-change"

/** Records the answer of a customer who was asked for consent to a new price (B22). */
export const answerPriceChangeWorkflow = createWorkflow(
  "billing-answer-price-change",
  (input: AnswerPriceChangeInput) => new WorkflowResponse(answerPriceChangeStep(input)),
)
