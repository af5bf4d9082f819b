import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError, Modules } from "@medusajs/framework/utils"
import { createHash } from "node:crypto"
import {
  BILLING_MODULE,
  findDocument,
  readInvoices,
  type BillingModuleService,
  type DocumentRecord,
  type InvoiceRecord,
} from "../../../modules/billing"
import { documentName, type DocumentFormatName } from "../../../rules/billing"
import { refuse } from "../../errors/refuse"
import { toError } from "../../errors/to-error"
import { E_INVOICE_REFUSED, eInvoiceFormat } from "./make-file"
import { makeInvoiceDocumentWorkflow } from "./make-invoice-document"

export interface InvoiceFile {
  fileName: string
  mimeType: string
  content: Buffer
  sha256: string
}

/**
 * An invoice's file: the stored one, or made and stored now. Who may have it is for the caller to say. Throws
 * NOT_FOUND where there is no such invoice, and NOT_ALLOWED, with the reason, where there can be no such file.
 */
export async function readInvoiceDocument(
  container: MedusaContainer,
  { invoice_id, format }: { invoice_id: string; format: DocumentFormatName },
): Promise<InvoiceFile> {
  const { knex } = container.resolve<BillingModuleService>(BILLING_MODULE).db
  const [invoice] = await readInvoices(knex, [invoice_id])
  if (!invoice) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Invoice with id: ${invoice_id} was not found`)
  }
  const stored = (await findDocument(knex, invoice_id, format)) ?? (await make(container, invoice, format))
  return {
    fileName: documentName(invoice.number, format),
    mimeType: format === "pdf" ? "application/pdf" : "application/xml",
    content: await readStored(container, stored, invoice.number),
    sha256: stored.sha256,
  }
}

/** An e-invoice is made before the PDF that it is put into: both say the same for ever. */
async function make(
  container: MedusaContainer,
  invoice: InvoiceRecord,
  format: DocumentFormatName,
): Promise<DocumentRecord> {
  const xml = format === "pdf" ? await eInvoiceOf(container, invoice) : null
  const { result } = await makeInvoiceDocumentWorkflow(container).run({
    input: { invoice_id: invoice.id, format, xml: xml?.toString("base64") ?? null },
  })
  return result
}

/** The e-invoice; null: the store makes none, this document lacks something for one, or would break a rule of the standard. */
async function eInvoiceOf(container: MedusaContainer, invoice: InvoiceRecord): Promise<Buffer | null> {
  if (eInvoiceFormat(container)?.missing(invoice.document).length !== 0) {
    return null
  }
  try {
    return (await readInvoiceDocument(container, { invoice_id: invoice.id, format: "xml" })).content
  } catch (error) {
    const { message } = toError(error)
    if (!message.startsWith(E_INVOICE_REFUSED)) {
      throw error
    }
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`The PDF of ${invoice.number} is made without an e-invoice: ${message}`)
    return null
  }
}

async function readStored(container: MedusaContainer, stored: DocumentRecord, number: string): Promise<Buffer> {
  let content: Buffer
  try {
    content = await container.resolve(Modules.FILE).getAsBuffer(stored.file_id)
  } catch {
    return refuse("document", `the file of ${number} is missing in the file storage: restore it from a backup`)
  }
  if (createHash("sha256").update(content).digest("hex") !== stored.sha256) {
    return refuse("document", `the file of ${number} was changed in the file storage: restore it from a backup`)
  }
  return content
}
