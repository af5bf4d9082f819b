/** Documents: files made of stored invoices and credit notes. No Medusa, no clock. */
export {
  STANDARD_LOOK,
  type BankAccount,
  type DocumentFonts,
  type DocumentLook,
  type DocumentSettings,
  type FontFiles,
  type PaymentAtIssue,
} from "./document-settings"
export { MissingGlyphs } from "./fonts/missing-glyphs"
export { BrokenEInvoice } from "./formats/broken-e-invoice"
export type { DocumentFormat } from "./formats/contract"
export { documentFormat, registerDocumentFormat } from "./formats/document-formats"
export { EInvoiceLibraryMissing } from "./formats/load-library"
export { asksForTransfer } from "./content/invoice-content"
export { renderPdf, type EmbeddedXml, type PdfInput } from "./pdf/render-pdf"
export { renderReceiptPdf, type ReceiptInput } from "./pdf/render-receipt"
export type { InvoiceToDraw } from "./pdf/draw-invoice"
export { qrBillData } from "./qr-bill/qr-bill-data"
export { qrBillSvg } from "./qr-bill/qr-bill-svg"
