import PDFDocument from "pdfkit"
import type { ExitReceipt } from "../../rules/billing"
import type { DocumentFonts, DocumentLook } from "../document-settings"
import { typefaces } from "../fonts/typeface"
import { collectPdf } from "./collect-pdf"
import { BOTTOM, CONTENT_WIDTH, INK, MARGIN, PAGE, PALE, RIGHT, RULE, SIZE } from "./page-format"
import { Pen, type Style } from "./pen"
import { Structure } from "./structure"

export interface ReceiptInput {
  receipt: ExitReceipt
  seller: { name: string; lines: string[] }
  /** The instant of the declaration: the file's own date. */
  date: Date
  look: DocumentLook
  fonts: DocumentFonts
}

const TITLE: Style = { size: SIZE.title, bold: true }
const TEXT: Style = { size: SIZE.strong }
const LABEL: Style = { size: SIZE.strong, color: PALE }
const SMALL: Style = { size: SIZE.text, color: PALE }
const LABEL_WIDTH = 150
const LOGO = { width: 170, height: 48 }
const PROGRAM = "medusa-service-commerce"

/** A PDF/A-3 of an acknowledgement. The same input makes the same bytes. Throws MissingGlyphs where no font has a character. */
export async function renderReceiptPdf({ receipt, seller, date, look, fonts }: ReceiptInput): Promise<Buffer> {
  const doc = new PDFDocument({
    size: [PAGE.width, PAGE.height],
    margin: 0,
    autoFirstPage: false,
    font: "",
    pdfVersion: "1.7",
    subset: "PDF/A-3b",
    tagged: true,
    lang: receipt.language,
    displayTitle: true,
    info: { Title: receipt.title, Creator: PROGRAM, Producer: PROGRAM, CreationDate: date },
  })
  const written = collectPdf(doc)
  const pen = new Pen(doc, typefaces(fonts))
  const structure = new Structure(doc)
  structure.group("Sect", () => {
    doc.addPage()
    new Sheet(pen, structure).draw({ receipt, seller, look })
  })
  structure.end()
  doc.end()
  return written
}

/** Draws one block below the other, and goes on on a new page where one is full. */
class Sheet {
  #y = MARGIN.top

  constructor(
    private readonly pen: Pen,
    private readonly structure: Structure,
  ) {}

  draw({ receipt, seller, look }: Pick<ReceiptInput, "receipt" | "seller" | "look">): void {
    this.#logo(look)
    this.#text(seller.name, { size: SIZE.strong, bold: true, color: look.accentColor })
    seller.lines.forEach((line) => this.#text(line, SMALL))
    this.#y += 32
    this.#text(receipt.title, { ...TITLE, color: look.accentColor }, "H1")
    this.#y += 10
    this.#text(receipt.text, TEXT)
    this.#y += 18
    this.#rows(receipt.rows)
    this.#y += 18
    this.#rows(receipt.stamps)
  }

  #logo({ logo }: DocumentLook): void {
    if (logo) {
      this.structure.artifact(() => this.pen.doc.image(logo, MARGIN.left, this.#y, { fit: [LOGO.width, LOGO.height] }))
      this.#y += LOGO.height + 12
    }
  }

  #text(text: string, style: Style, tag = "P"): void {
    const lines = this.pen.lines(text, CONTENT_WIDTH, style)
    this.#room(this.pen.heightOf(lines.length, style))
    this.structure.leaf(tag, () => {
      this.#y = this.pen.block(lines, { x: MARGIN.left, y: this.#y, width: CONTENT_WIDTH }, style)
    })
  }

  #rows(rows: readonly [string, string][]): void {
    rows.forEach(([label, value]) => {
      const width = CONTENT_WIDTH - LABEL_WIDTH
      const lines = value.split("\n").flatMap((line) => this.pen.lines(line, width, TEXT))
      lines.forEach((line, index) => this.#row(index === 0 ? label : "", line, width))
      this.#line()
    })
  }

  #row(label: string, line: string, width: number): void {
    const height = this.pen.heightOf(1, TEXT)
    this.#room(height + 10)
    this.structure.leaf("P", () => {
      this.pen.line(label, { x: MARGIN.left, y: this.#y, width: LABEL_WIDTH }, LABEL)
      this.pen.line(line, { x: MARGIN.left + LABEL_WIDTH, y: this.#y, width }, { ...TEXT, color: INK })
    })
    this.#y += height
  }

  #line(): void {
    this.structure.artifact(() => this.pen.rule(this.#y + 4, { from: MARGIN.left, to: RIGHT, color: RULE, width: 0.5 }))
    this.#y += 10
  }

  #room(height: number): void {
    if (this.#y + height > BOTTOM) {
      this.pen.doc.addPage()
      this.#y = MARGIN.top
    }
  }
}
