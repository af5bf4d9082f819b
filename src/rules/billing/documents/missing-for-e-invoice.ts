import type { InvoiceDocument } from "../invoices/invoice-shape"
import { vatCountry } from "./vat-country"

/** A field of the document, and the rule of EN 16931 that asks for it. */
export interface MissingField {
  field: string
  rule: string
}

/** What an e-invoice of this document would lack; empty: nothing. It names fields, so that each can be filled in. */
export function missingForEInvoice(document: InvoiceDocument): MissingField[] {
  const { seller, buyer } = document
  const facts: [missing: boolean, field: string, rule: string][] = [
    [!seller.vat_number, "seller.vat_number", "BR-CO-26"],
    [!!seller.vat_number && !vatCountry(seller.vat_number), "seller.vat_number", "BR-CO-09"],
    [!seller.address.country_code, "seller.address.country_code", "BR-09"],
    [!buyer.name && !buyer.company, "buyer.name", "BR-07"],
    [!buyer.address, "buyer.address", "BR-10"],
    [!!buyer.address && !buyer.address.country_code, "buyer.address.country_code", "BR-11"],
    [!!buyer.vat_number && !vatCountry(buyer.vat_number), "buyer.vat_number", "BR-CO-09"],
    [!document.lines.length, "lines", "BR-16"],
    [document.lines.some(({ tax_rates }) => tax_rates.length > 1), "lines.tax_rates", "BR-CO-04"],
    [document.lines.some((line) => !line.title.trim()), "lines.title", "BR-25"],
  ]
  return facts.flatMap(([missing, field, rule]) => (missing ? [{ field, rule }] : []))
}
