import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import {
  assignExitStep,
  mailExitStep,
  refuseExitStep,
  type AssignExitInput,
  type RefuseExitInput,
} from "./steps/decide-exit"

/** Says which subscription a declaration means, where the plugin could not tell. */
export const assignExitWorkflow = createWorkflow(
  "billing-assign-exit",
  (input: AssignExitInput) => new WorkflowResponse(assignExitStep(input)),
)

/** Closes a declaration without doing what it asks, with a reason: it came too late, or is a mistake. */
export const refuseExitWorkflow = createWorkflow(
  "billing-refuse-exit",
  (input: RefuseExitInput) => new WorkflowResponse(refuseExitStep(input)),
)

/** Has the acknowledgement sent once more. */
export const mailExitWorkflow = createWorkflow(
  "billing-mail-exit",
  (input: { id: string }) => new WorkflowResponse(mailExitStep(input)),
)
