import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { deleteNoteStep, type NoteInput } from "./steps/delete-note"

/** Deletes a note (C5). Result: the id of its profile. */
export const deleteNoteWorkflow = createWorkflow("customers-delete-note", (input: NoteInput) => {
  return new WorkflowResponse(deleteNoteStep(input))
})
