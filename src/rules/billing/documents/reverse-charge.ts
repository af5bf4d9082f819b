import { isZero } from "../../money"
import type { InvoiceDocument, InvoiceLine } from "../invoices/invoice-shape"
import { isEuVatNumber, vatCountry } from "./vat-country"

/** Codes of a tax rate of zero by which a store says that the tax is the customer's, inside of one country too. */
const CODES = ["ae", "reverse_charge", "reverse-charge"]

/** Whether some line's tax is the customer's to pay: the text about it stands on the document, with both VAT numbers. */
export function hasReverseCharge(document: Pick<InvoiceDocument, "seller" | "buyer" | "lines">): boolean {
  return document.lines.some((line) => isReverseCharged(line, document))
}

/**
 * A line without tax is reverse-charged where the tax rate's code says it, or where seller and buyer have VAT numbers of
 * two member states of the EU. Without both numbers it never is.
 */
export function isReverseCharged(
  line: Pick<InvoiceLine, "tax_rates">,
  { seller, buyer }: Pick<InvoiceDocument, "seller" | "buyer">,
): boolean {
  if (!seller.vat_number || !buyer.vat_number || line.tax_rates.some(({ rate }) => !isZero(rate))) {
    return false
  }
  const isAcross =
    isEuVatNumber(seller.vat_number) &&
    isEuVatNumber(buyer.vat_number) &&
    vatCountry(seller.vat_number) !== vatCountry(buyer.vat_number)
  return isAcross || line.tax_rates.some(({ code }) => CODES.includes((code ?? "").toLowerCase()))
}
