import type { CivilDate } from "../../calendar"
import { isZero, type Decimal } from "../../money"
import type { InvoiceDocument, InvoiceLine } from "../invoices/invoice-shape"
import { explains, figuresOf, lineOfNet, namedParts } from "./document-parts"
import { dividedParts } from "./divided-parts"

export interface FurtherInvoiceRequest {
  /** What is asked for beyond the order's invoices, with tax; above zero. */
  amount: Decimal
  /** Net, by the number of the line that became dearer. */
  lines: ReadonlyMap<number, Decimal>
  issuedOn: CivilDate
}

/**
 * The invoice of what an order comes to beyond its invoices, without its number: of the lines that became dearer where they
 * explain the amount, else every line bears its share. It is due at once.
 */
export function furtherInvoice(document: InvoiceDocument, request: FurtherInvoiceRequest): InvoiceDocument {
  const { amount, issuedOn } = request
  const currency = document.currency_code
  const named = namedParts(
    document,
    document.lines.map((_, index) => request.lines.get(index + 1) ?? "0"),
  )
  const parts = explains(named, amount, currency) ? named : dividedParts({ document, left: null }, amount)
  const lines = document.lines.flatMap((line, index): InvoiceLine[] => {
    const net = parts.nets[index] ?? "0"
    return isZero(net) ? [] : [{ ...lineOfNet(line, net, currency), parent: null, hidden: false }]
  })
  return {
    ...document,
    number: "",
    issued_on: issuedOn,
    due_on: issuedOn,
    payment_terms: { collection_method: null, days: 0 },
    ...figuresOf(document, { parts, lines, credits: [], payable: amount }),
  }
}
