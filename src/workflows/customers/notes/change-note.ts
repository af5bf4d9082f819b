import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { changeNoteStep, type ChangeNoteInput } from "./steps/change-note"

/** Edits a note; what it said before is kept (C5). Result: its id. */
export const changeNoteWorkflow = createWorkflow("customers-change-note", (input: ChangeNoteInput) => {
  return new WorkflowResponse(changeNoteStep(input))
})
