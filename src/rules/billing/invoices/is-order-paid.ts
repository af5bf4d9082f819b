import { compare, min, round, subtract, type Decimal } from "../../money"

/**
 * Whether what was captured pays an invoice. Medusa records captures of its own unrounded totals, so that what the invoice
 * adds by rounding is not missing.
 */
export function isOrderPaid({
  captured,
  currencyCode,
  invoiceTotal,
  rounding,
}: {
  captured: Decimal
  currencyCode: string
  invoiceTotal: Decimal
  /** What the payable total is more than the sum of lines and taxes; below zero where it is less. */
  rounding: Decimal
}): boolean {
  return compare(round(captured, currencyCode), min(invoiceTotal, subtract(invoiceTotal, rounding))) >= 0
}
