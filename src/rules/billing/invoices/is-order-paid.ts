import { compare, min, round, type Decimal } from "../../money"

/**
 * Whether what was captured pays an invoice. Medusa captures the order's own total, not rounded: what the invoice adds to it
 * by rounding is not missing.
 */
export function isOrderPaid({
  captured,
  currencyCode,
  invoiceTotal,
  issuedTotal,
}: {
  captured: Decimal
  currencyCode: string
  /** What the invoice asks for. */
  invoiceTotal: Decimal
  /** The order's total when the invoice was issued; null: it is not known, and the invoice's counts. */
  issuedTotal: Decimal | null
}): boolean {
  const due = min(invoiceTotal, round(issuedTotal ?? invoiceTotal, currencyCode))
  return compare(round(captured, currencyCode), due) >= 0
}
