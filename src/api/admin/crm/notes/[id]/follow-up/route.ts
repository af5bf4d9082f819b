import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { NoteAnswer } from "../../../../../../contracts/customers/notes"
import { finishFollowUpWorkflow } from "../../../../../../workflows/customers/notes/finish-follow-up"
import { pathId } from "../../../../../path-id"
import { editingOf } from "../../../editing-of"
import { noteAnswer } from "../../../present-note"

/** It was followed up; twice is once. */
export async function POST(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse<{ note: NoteAnswer | undefined }>,
): Promise<void> {
  const id = pathId(req.params.id, "Note")
  await finishFollowUpWorkflow(req.scope).run({ input: { id, editing: await editingOf(req) } })
  res.json({ note: await noteAnswer(req.scope, id) })
}
