import { checkEInvoice, missingForEInvoice, toEInvoice, type EInvoice } from "../../rules/billing"
import { BrokenEInvoice } from "./broken-e-invoice"
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
      throw new BrokenEInvoice(
        `${document.number} lacks ${lacks.map(({ field, rule }) => `${field} (${rule})`).join(", ")}`,
      )
    }
    const invoice = toEInvoice(document, transfer)
    const xml = withPrecedingInvoice(await written(invoice), invoice.precedingNumber)
    const broken = checkEInvoice(readCii(xml))
    if (broken.length) {
      throw new BrokenEInvoice(
        `the e-invoice of ${document.number} breaks ${broken.map(({ rule, says }) => `${rule} (${says})`).join(", ")}`,
      )
    }
    return xml
  },
}

/** The library knows lists of codes, and refuses what is in none of them, such as a country that it has not heard of. */
async function written(invoice: EInvoice): Promise<string> {
  const library = loadEInvoiceLibrary()
  try {
    return String(await library.generate(toUbl(invoice), { format: "CII", lang: "en" }))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new BrokenEInvoice(`the e-invoice of ${invoice.number} could not be written: ${reason}`, error)
  }
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
