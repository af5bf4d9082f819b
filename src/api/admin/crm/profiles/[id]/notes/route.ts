import type { AuthenticatedMedusaRequest, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { NoteAnswer, WriteNote } from "../../../../../../contracts/customers/notes"
import { readNotes } from "../../../../../../modules/customers"
import { writeNoteWorkflow } from "../../../../../../workflows/customers/notes/write-note"
import { customersDatabase } from "../../../../../../workflows/customers/profiles/editing"
import { storedProfile } from "../../../../../../workflows/customers/profiles/stored-profile"
import { pathId } from "../../../../../path-id"
import { editingOf } from "../../../editing-of"
import { idOfKey } from "../../../id-of-key"
import { noteAnswer, presentNotes } from "../../../present-note"

/** The most urgent first, then the newest (C5). */
export async function GET(req: MedusaRequest, res: MedusaResponse<{ notes: NoteAnswer[] }>): Promise<void> {
  const db = customersDatabase(req.scope)
  const { id } = await storedProfile(db, pathId(req.params.id, "Customer"))
  res.json({ notes: await presentNotes(req.scope, await readNotes(db, id)) })
}

export async function POST(
  req: AuthenticatedMedusaRequest<WriteNote>,
  res: MedusaResponse<{ note: NoteAnswer | undefined }>,
): Promise<void> {
  const profile_id = pathId(req.params.id, "Customer")
  const { key, ...note } = req.validatedBody
  const { result: id } = await writeNoteWorkflow(req.scope).run({
    input: { id: idOfKey("cnote", key && `${profile_id} ${key}`), profile_id, note, editing: await editingOf(req) },
  })
  res.status(201).json({ note: await noteAnswer(req.scope, id) })
}
