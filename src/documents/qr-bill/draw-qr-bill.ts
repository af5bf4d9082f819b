import { SwissQRBill } from "swissqrbill/pdf"
import type { Data } from "swissqrbill/types"
import type { FontFiles } from "../document-settings"
import { beginDocument, openFont, STANDARD_QR_FONT } from "../fonts/open-font"
import type { DocumentTexts } from "../texts/document-texts"
import type { Structure } from "../pdf/structure"

/** The height of the payment part, at the foot of a page. */
export const QR_BILL_HEIGHT = SwissQRBill.height

/** Draws the payment part at the foot of the page, with embedded fonts: an archived document may have no others. */
export function drawQrBill(
  data: Data,
  {
    doc,
    structure,
    texts,
    fonts,
  }: {
    doc: PDFKit.PDFDocument
    structure: Structure
    texts: DocumentTexts
    fonts: FontFiles | undefined
  },
): void {
  const { regular, bold } = fonts ?? STANDARD_QR_FONT
  // The names that the payment part asks for.
  for (const [name, file] of Object.entries({ Helvetica: regular, "Helvetica-Bold": bold ?? regular })) {
    const font = openFont(file)
    beginDocument(font)
    doc.registerFont(name, font as never)
  }
  const alt = `${texts.payable} ${data.currency} ${data.amount}`
  structure.leaf(
    "Figure",
    () => {
      doc.fillColor("black")
      doc.y = 0
      new SwissQRBill(data, { language: texts.qrLanguage, scissors: false, separate: true }).attachTo(doc)
      doc.undash()
    },
    { alt },
  )
}
