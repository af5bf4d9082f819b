import type { MedusaContainer } from "@medusajs/framework/types"
import { MedusaError } from "@medusajs/framework/utils"
import {
  asksForTransfer,
  BrokenEInvoice,
  documentFormat,
  EInvoiceLibraryMissing,
  MissingGlyphs,
  renderPdf,
  type DocumentFormat,
  type DocumentSettings,
  type EmbeddedXml,
  type InvoiceToDraw,
} from "../../../documents"
import { BILLING_MODULE, type BillingModuleService, type InvoiceRecord } from "../../../modules/billing"
import { transferReference, type EInvoice } from "../../../rules/billing"
import { oneLine } from "../../../rules/text"
import { refuse } from "../../errors/refuse"
import { loadDocumentSettings } from "./load-document-settings"

/** The invoice as it is drawn: paid where it was paid on the day of its issue, with the order. */
export const toDraw = ({ document, payment, issued_on }: InvoiceRecord): InvoiceToDraw => ({
  document,
  payment: {
    isPaid:
      document.payment_terms.collection_method === null &&
      payment?.status === "paid" &&
      payment.paid_on !== null &&
      payment.paid_on <= issued_on,
  },
})

/** The format of e-invoices that the store makes; null: it makes none. */
export function eInvoiceFormat(container: MedusaContainer): DocumentFormat | null {
  const { eInvoice } = container.resolve<BillingModuleService>(BILLING_MODULE).options.documents
  return eInvoice === "none" ? null : documentFormat(eInvoice)
}

/** A PDF of several invoices, each on pages of its own. */
export async function makeManyPdf(container: MedusaContainer, invoices: readonly InvoiceRecord[]): Promise<Buffer> {
  const settings = await loadDocumentSettings(container)
  return inWords(() => renderPdf({ invoices: invoices.map(toDraw), settings }))
}

/** The PDF of an invoice, with its e-invoice in it where there is one. */
export async function makePdf(container: MedusaContainer, invoice: InvoiceRecord, xml: Buffer | null): Promise<Buffer> {
  const settings = await loadDocumentSettings(container)
  const format = eInvoiceFormat(container)
  const embedded: EmbeddedXml | null = format && xml ? { ...format, data: xml } : null
  return inWords(() => renderPdf({ invoices: [toDraw(invoice)], settings, xml: embedded }))
}

/** The e-invoice's XML. It is refused where the store makes none, or where the document lacks what it asks for. */
export async function makeXml(container: MedusaContainer, invoice: InvoiceRecord): Promise<Buffer> {
  const format = eInvoiceFormat(container)
  if (!format) {
    return refuse("format", 'this store makes no e-invoices: billing.documents.eInvoice is "none"')
  }
  const lacks = format.missing(invoice.document)
  if (lacks.length) {
    const fields = lacks.map(({ field, rule }) => `${field} (${rule})`).join(", ")
    return refuse("format", `the e-invoice of ${invoice.number} lacks ${fields}`)
  }
  const settings = await loadDocumentSettings(container)
  return inWords(async () => Buffer.from(await format.toXml(invoice.document, transferOf(invoice, settings)), "utf8"))
}

function transferOf(invoice: InvoiceRecord, settings: DocumentSettings): EInvoice["payment"] {
  const { document, payment } = toDraw(invoice)
  const account = asksForTransfer(document, payment) ? settings.bankAccounts[document.currency_code] : undefined
  return account
    ? { iban: account.iban.replace(/\s/g, ""), reference: transferReference(document.number, account.iban) ?? "" }
    : null
}

/** What the refusal of an e-invoice begins with: its document is made without it. */
export const E_INVOICE_REFUSED = "e-invoice: "

/** What a merchant can do something about is refused in words, not as a failure. */
async function inWords<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof BrokenEInvoice) {
      throw new MedusaError(MedusaError.Types.NOT_ALLOWED, oneLine(`${E_INVOICE_REFUSED}${error.message}`))
    }
    if (error instanceof MissingGlyphs || error instanceof EInvoiceLibraryMissing) {
      throw new MedusaError(MedusaError.Types.NOT_ALLOWED, oneLine(`document: ${error.message}`))
    }
    throw error
  }
}
