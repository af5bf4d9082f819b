import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { DocumentLookAnswer, SaveDocumentLook } from "../../../../../contracts/billing/documents"
import { readLookAnswer } from "../../../../../workflows/billing/documents/read-look-answer"
import { saveDocumentLookWorkflow } from "../../../../../workflows/billing/documents/save-document-look"

type Answer = MedusaResponse<{ look: DocumentLookAnswer }>

export async function GET(req: MedusaRequest, res: Answer): Promise<void> {
  res.json({ look: await readLookAnswer(req.scope) })
}

/** What is left out stays as it is. */
export async function POST(req: MedusaRequest<SaveDocumentLook>, res: Answer): Promise<void> {
  await saveDocumentLookWorkflow(req.scope).run({ input: req.validatedBody })
  res.json({ look: await readLookAnswer(req.scope) })
}
