import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { withdrawPriceChangeStep, type WithdrawPriceChangeInput } from "./steps/withdraw-price-change"

/** Takes a new price back that was announced, asked for or accepted, and does not hold yet (B22). */
export const withdrawPriceChangeWorkflow = createWorkflow(
  "billing-withdraw-price-change",
  (input: WithdrawPriceChangeInput) => new WorkflowResponse(withdrawPriceChangeStep(input)),
)
