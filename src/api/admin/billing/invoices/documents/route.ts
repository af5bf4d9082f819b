import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { ManyDocuments } from "../../../../../contracts/billing/documents"
import { readManyDocuments } from "../../../../../workflows/billing/documents/read-many-documents"
import { sendFile } from "../../../../send-file"

/** Several invoices as one PDF, in the order of their ids. */
export async function POST(req: MedusaRequest<ManyDocuments>, res: MedusaResponse): Promise<void> {
  const content = await readManyDocuments(req.scope, req.validatedBody.ids)
  sendFile(res, { fileName: "invoices.pdf", mimeType: "application/pdf", content })
}
