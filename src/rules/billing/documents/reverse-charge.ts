import { isZero } from "../../money"
import type { InvoiceDocument, InvoiceLine } from "../invoices/invoice-shape"
import { isEuVatNumber, vatCountry } from "./vat-country"

/** Codes of a tax rate of zero by which a store says that the tax is the customer's, inside of one country too. */
const CODES = ["ae", "reverse_charge", "reverse-charge"]

/** Codes of a tax rate of zero by which a store says that a thing is exempt, and not taxed at zero percent. */
const EXEMPT_CODES = ["e", "exempt"]

const hasCode = ({ tax_rates }: Pick<InvoiceLine, "tax_rates">, codes: readonly string[]): boolean =>
  tax_rates.some(({ code }) => codes.includes((code ?? "").toLowerCase()))

/** Whether the store says that a line is exempt, by the code of its tax rate. */
export const isExempt = (line: Pick<InvoiceLine, "tax_rates">): boolean => hasCode(line, EXEMPT_CODES)

/** Whether some line's tax is the customer's to pay: the text about it stands on the document, with both VAT numbers. */
export function hasReverseCharge(document: Pick<InvoiceDocument, "seller" | "buyer" | "lines">): boolean {
  return document.lines.some((line) => isReverseCharged(line, document))
}

/**
 * A line without tax is reverse-charged where the tax rate's code says it, or where seller and buyer have VAT numbers of
 * two member states of the EU. Without both numbers it never is, nor where the store says that it is exempt.
 */
export function isReverseCharged(
  line: Pick<InvoiceLine, "tax_rates">,
  { seller, buyer }: Pick<InvoiceDocument, "seller" | "buyer">,
): boolean {
  const isTaxed = line.tax_rates.some(({ rate }) => !isZero(rate))
  if (!seller.vat_number || !buyer.vat_number || isTaxed || isExempt(line)) {
    return false
  }
  const isAcross =
    isEuVatNumber(seller.vat_number) &&
    isEuVatNumber(buyer.vat_number) &&
    vatCountry(seller.vat_number) !== vatCountry(buyer.vat_number)
  return isAcross || hasCode(line, CODES)
}
