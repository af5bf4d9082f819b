import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { changeBalanceStep, type ChangeBalanceInput } from "./steps/change-balance"

/** Gives a customer balance, or takes it back, with a reason. The same key is the same change. */
export const changeBalanceWorkflow = createWorkflow(
  "billing-change-balance",
  (input: ChangeBalanceInput) => new WorkflowResponse(changeBalanceStep(input)),
)
