import { SwissQRBill } from "swissqrbill/svg"
import type { InvoiceDocument } from "../../rules/billing"
import type { BankAccount } from "../document-settings"
import { textsOf } from "../texts/texts-of"
import { qrBillData } from "./qr-bill-data"

/** The payment part as an SVG image, for a page; null: there is none (`qrBillData`). */
export function qrBillSvg(document: InvoiceDocument, account: BankAccount): string | null {
  const data = qrBillData(document, account)
  return data && new SwissQRBill(data, { language: textsOf(document.locale).qrLanguage }).toString()
}
