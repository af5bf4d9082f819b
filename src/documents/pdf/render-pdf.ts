import PDFDocument from "pdfkit"
import type { DocumentSettings } from "../document-settings"
import { typefaces } from "../fonts/typeface"
import { textsOf } from "../texts/texts-of"
import { collectPdf } from "./collect-pdf"
import { drawInvoice, type InvoiceToDraw } from "./draw-invoice"
import { facturXMetadata } from "./factur-x-metadata"
import { PAGE } from "./page-format"
import { Pen } from "./pen"
import { Structure } from "./structure"

/** An XML document that says the same as the PDF which it is put into. */
export interface EmbeddedXml {
  fileName: string
  /** The profile, as the PDF's metadata name it: "EN 16931". */
  level: string
  description: string
  data: Buffer
}

export interface PdfInput {
  /** Each begins on a page of its own. */
  invoices: readonly InvoiceToDraw[]
  settings: DocumentSettings
  xml?: EmbeddedXml | null
}

/**
 * A PDF/A-3 of stored documents. The same input makes the same bytes: its dates are the documents' own. Throws
 * MissingGlyphs where no font has a character; no part of a file is left then.
 */
export async function renderPdf({ invoices, settings, xml }: PdfInput): Promise<Buffer> {
  const [first] = invoices
  if (!first) {
    throw new RangeError("a PDF is made of at least one document")
  }
  const texts = textsOf(first.document.locale)
  const date = new Date(`${first.document.issued_on}T00:00:00Z`)
  const kind = first.document.kind === "credit_note" ? texts.creditNote : texts.invoice
  const doc = new PDFDocument({
    size: [PAGE.width, PAGE.height],
    margin: 0,
    autoFirstPage: false,
    // None of the fonts that every reader has: what is archived embeds its own.
    font: "",
    pdfVersion: "1.7",
    subset: "PDF/A-3b",
    tagged: true,
    lang: first.document.locale ?? texts.language,
    displayTitle: true,
    info: {
      Title: `${kind} ${first.document.number}`.replace(/[<>&]/g, " "),
      Creator: PROGRAM,
      Producer: PROGRAM,
      CreationDate: date,
    },
  })
  const written = collectPdf(doc)
  const pen = new Pen(doc, typefaces(settings.fonts))
  const structure = new Structure(doc)
  for (const invoice of invoices) {
    drawInvoice(invoice, settings, { pen, structure })
  }
  structure.end()
  if (xml) {
    embed(doc, xml, date)
  }
  doc.end()
  return written
}

const PROGRAM = "medusa-service-commerce"

function embed(doc: PDFKit.PDFDocument, { fileName, level, description, data }: EmbeddedXml, date: Date): void {
  const options = { name: fileName, type: "text/xml", description, creationDate: date, modifiedDate: date }
  doc.file(data, Object.assign(options, { relationship: "Alternative" }))
  doc.appendXML(facturXMetadata(fileName, level))
}
