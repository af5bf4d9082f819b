import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { undoWriteOffStep, type UndoWriteOffInput } from "./steps/undo-write-off"

/** Takes a write-off back, with a reason. Refused where nothing is written off. */
export const undoWriteOffWorkflow = createWorkflow(
  "billing-undo-write-off",
  (input: UndoWriteOffInput) => new WorkflowResponse(undoWriteOffStep(input)),
)
