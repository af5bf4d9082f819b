import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { undoChangeStep, type UndoChangeInput } from "./steps/undo-change"

/** Takes a change that is scheduled for the period's end back (B25). */
export const undoChangeWorkflow = createWorkflow(
  "billing-undo-change",
  (input: UndoChangeInput) => new WorkflowResponse(undoChangeStep(input)),
)
