import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { writeNoteStep, type WriteNoteInput } from "./steps/write-note"

/** Writes a note on a customer (C5), with a date to come back to it (C8). Result: its id. */
export const writeNoteWorkflow = createWorkflow("customers-write-note", (input: WriteNoteInput) => {
  return new WorkflowResponse(writeNoteStep(input))
})
