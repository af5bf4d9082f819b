import type { EInvoice, InvoiceDocument, MissingField } from "../../rules/billing"

/** A kind of e-invoice: an XML file that says what a document says, for programs to read. */
export interface DocumentFormat {
  /** In the option `billing.documents.eInvoice`: `factur-x`. */
  identifier: string
  /** What the file is called inside the PDF. */
  fileName: string
  /** The profile, as the PDF's metadata name it. */
  level: string
  description: string
  /** What the document lacks for such a file, field by field; empty: nothing. */
  missing(document: InvoiceDocument): MissingField[]
  /** The file. Throws BrokenEInvoice, which says what is wrong: it never answers with a file that breaks its own rules. */
  toXml(document: InvoiceDocument, transfer: EInvoice["payment"]): Promise<string>
}
