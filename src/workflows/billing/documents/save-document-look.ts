import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { SaveDocumentLook } from "../../../contracts/billing/documents"
import { saveDocumentLookStep } from "./steps/save-document-look"

/** Saves the logo, colour and footer of documents; those that were made stay as they are. */
export const saveDocumentLookWorkflow = createWorkflow("billing-save-document-look", (input: SaveDocumentLook) => {
  return new WorkflowResponse(saveDocumentLookStep(input))
})
