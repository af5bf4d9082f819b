import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { moveBalanceStep, type MoveBalanceInput } from "./steps/move-balance"

/** Pays an invoice from its customer's balance, or moves what it received too much there. */
export const moveBalanceWorkflow = createWorkflow(
  "billing-move-balance",
  (input: MoveBalanceInput) => new WorkflowResponse(moveBalanceStep(input)),
)
