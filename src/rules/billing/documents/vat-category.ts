import { isZero } from "../../money"
import type { InvoiceDocument, InvoiceLine } from "../invoices/invoice-shape"
import type { VatCategory } from "./e-invoice"
import { isReverseCharged } from "./reverse-charge"

/** Codes of a tax rate of zero by which a store says that a thing is exempt, and not taxed at zero percent. */
const EXEMPT_CODES = ["e", "exempt"]

/** The VAT category of a line, by its tax; a line without any is exempt. */
export function vatCategory(
  line: Pick<InvoiceLine, "tax_rates">,
  document: Pick<InvoiceDocument, "seller" | "buyer">,
): VatCategory {
  if (line.tax_rates.some(({ rate }) => !isZero(rate))) {
    return "S"
  }
  if (isReverseCharged(line, document)) {
    return "AE"
  }
  const [tax] = line.tax_rates
  return tax && !EXEMPT_CODES.includes((tax.code ?? "").toLowerCase()) ? "Z" : "E"
}
