import { isZero } from "../../money"
import type { InvoiceDocument, InvoiceLine } from "../invoices/invoice-shape"
import type { VatCategory } from "./e-invoice"
import { isExempt, isReverseCharged } from "./reverse-charge"

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
  return line.tax_rates.length && !isExempt(line) ? "Z" : "E"
}
