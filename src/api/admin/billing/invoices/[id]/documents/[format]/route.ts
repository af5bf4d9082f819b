import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { readInvoiceDocument } from "../../../../../../../workflows/billing/documents/read-invoice-document"
import { pathFormat } from "../../../../../../path-format"
import { pathId } from "../../../../../../path-id"
import { sendFile } from "../../../../../../send-file"

/** An invoice's file; it is made when it is asked for first. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const format = pathFormat(req.params.format)
  const invoice_id = pathId(req.params.id, "Invoice")
  sendFile(res, await readInvoiceDocument(req.scope, { invoice_id, format }))
}
