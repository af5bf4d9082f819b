import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { recordExitStep, type ReceiveExitInput } from "./steps/record-exit"

/** Records what somebody declares on an exit page, and whom it is for: the plugin, or an admin (B61). One form declares once. */
export const receiveExitWorkflow = createWorkflow(
  "billing-receive-exit",
  (input: ReceiveExitInput) => new WorkflowResponse(recordExitStep(input)),
)
