import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { NoteRevisionAnswer } from "../../../../../../contracts/customers/notes"
import { storedNote } from "../../../../../../workflows/customers/notes/stored-note"
import { customersDatabase } from "../../../../../../workflows/customers/profiles/editing"
import { pathId } from "../../../../../path-id"
import { presentRevisions } from "../../../present-note"

/** The latest first. */
export async function GET(req: MedusaRequest, res: MedusaResponse<{ revisions: NoteRevisionAnswer[] }>): Promise<void> {
  const { id } = await storedNote(customersDatabase(req.scope), pathId(req.params.id, "Note"))
  res.json({ revisions: await presentRevisions(req.scope, id) })
}
