import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { ChangeNote, NoteAnswer } from "../../../../../contracts/customers/notes"
import { changeNoteWorkflow } from "../../../../../workflows/customers/notes/change-note"
import { deleteNoteWorkflow } from "../../../../../workflows/customers/notes/delete-note"
import { pathId } from "../../../../path-id"
import { editingOf } from "../../editing-of"
import { noteAnswer } from "../../present-note"

/** What is left out stays as it is. */
export async function POST(
  req: AuthenticatedMedusaRequest<ChangeNote>,
  res: MedusaResponse<{ note: NoteAnswer | undefined }>,
): Promise<void> {
  const id = pathId(req.params.id, "Note")
  const { version, ...note } = req.validatedBody
  await changeNoteWorkflow(req.scope).run({ input: { id, note, version, editing: await editingOf(req) } })
  res.json({ note: await noteAnswer(req.scope, id) })
}

export async function DELETE(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const id = pathId(req.params.id, "Note")
  await deleteNoteWorkflow(req.scope).run({ input: { id, editing: await editingOf(req) } })
  res.json({ id, object: "customers_note", deleted: true })
}
