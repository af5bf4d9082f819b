import { checkEInvoice, missingForEInvoice, toEInvoice } from "../../rules/billing"
import type { DocumentFormat } from "./contract"
import { loadEInvoiceLibrary } from "./load-library"
import { readCii } from "./read-cii"
import { toUbl } from "./to-ubl"

/** Factur-X in the profile EN 16931: a CII file within the PDF. It needs the optional package `@e-invoice-eu/core`. */
export const facturX: DocumentFormat = {
  identifier: "factur-x",
  fileName: "factur-x.xml",
  level: "EN 16931",
  description: "Factur-X invoice",
  missing: missingForEInvoice,
  async toXml(document, transfer) {
    const lacks = missingForEInvoice(document)
    if (lacks.length) {
      throw new Error(`${document.number} lacks ${lacks.map(({ field, rule }) => `${field} (${rule})`).join(", ")}`)
    }
    const invoice = toEInvoice(document, transfer)
    const written = await loadEInvoiceLibrary().generate(toUbl(invoice), { format: "CII", lang: "en" })
    const xml = withPrecedingInvoice(String(written), invoice.precedingNumber)
    const broken = checkEInvoice(readCii(xml))
    if (broken.length) {
      throw new Error(
        `the e-invoice of ${document.number} breaks ${broken.map(({ rule, says }) => `${rule} (${says})`).join(", ")}`,
      )
    }
    return xml
  },
}

/** The library leaves the invoice that is corrected (BT-25) out; its place is behind the totals. */
function withPrecedingInvoice(xml: string, number: string | null): string {
  const behind = "</ram:SpecifiedTradeSettlementHeaderMonetarySummation>"
  if (number === null || xml.includes("<ram:InvoiceReferencedDocument>")) {
    return xml
  }
  const id = `<ram:IssuerAssignedID>${escapeXml(number)}</ram:IssuerAssignedID>`
  return xml.replace(behind, () => `${behind}<ram:InvoiceReferencedDocument>${id}</ram:InvoiceReferencedDocument>`)
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" }
const escapeXml = (text: string): string => text.replace(/[&<>]/g, (one) => ENTITIES[one] ?? one)
