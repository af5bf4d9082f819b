import { MedusaError, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { createHash } from "node:crypto"
import {
  BILLING_MODULE,
  endUpload,
  findDocument,
  insertDocument,
  readInvoices,
  type BillingModuleService,
  type DocumentRecord,
} from "../../../../modules/billing"
import { newId } from "../../../../modules/core"
import type { DocumentFormatName } from "../../../../rules/billing"
import { makePdf, makeXml } from "../make-file"
import { uploadFile } from "../upload-file"

export interface StoreInvoiceDocumentInput {
  invoice_id: string
  format: DocumentFormatName
  /** What is put into the PDF, in base64; null or left out: nothing. */
  xml?: string | null
}

/**
 * Makes an invoice's file and keeps it: the file first, then its row, which there is one of. Where another process was
 * faster, or the row can't be written, this file is deleted and the other one counts. A file whose process died between
 * the two is deleted later, as its upload was noted before it began.
 */
export const storeInvoiceDocumentStep = createStep(
  "billing-store-invoice-document",
  async ({ invoice_id, format, xml }: StoreInvoiceDocumentInput, { container }) => {
    const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
    const known = await findDocument(knex, invoice_id, format)
    if (known) {
      return new StepResponse(known)
    }
    const [invoice] = await readInvoices(knex, [invoice_id])
    if (!invoice) {
      throw new MedusaError(MedusaError.Types.NOT_FOUND, `Invoice with id: ${invoice_id} was not found`)
    }
    const bytes =
      format === "xml"
        ? await makeXml(container, invoice)
        : await makePdf(container, invoice, xml ? Buffer.from(xml, "base64") : null)
    const id = newId("bdoc")
    const { fileId, send } = await uploadFile(container, { id, format })
    const record: DocumentRecord = {
      id,
      invoice_id,
      format,
      file_id: fileId,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      byte_count: bytes.length,
    }
    let isFirst = false
    try {
      await send(bytes)
      isFirst = await insertDocument(knex, record)
    } finally {
      if (!isFirst) {
        await container.resolve(Modules.FILE).deleteFiles(fileId)
        await endUpload(knex, fileId)
      }
    }
    const stored = isFirst ? record : await findDocument(knex, invoice_id, format)
    return new StepResponse(stored ?? record)
  },
)
