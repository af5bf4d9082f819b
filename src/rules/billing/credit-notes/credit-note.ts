import type { CivilDate } from "../../calendar"
import { compare, isPositive, isZero, max, min, round, subtract, sum, type Decimal } from "../../money"
import type { InvoiceDocument, InvoiceLine } from "../invoices/invoice-shape"
import { creditable, remainingCredits, remainingNets, remainingTaxes, type CreditedInvoice } from "./credited-lines"
import { explains, figuresOf, grossOf, lineOfNet, namedParts, type DocumentParts } from "./document-parts"
import { dividedParts } from "./divided-parts"

export interface CreditRequest {
  /** What is credited, with tax; null: what the named lines come to, or all that is left. */
  amount: Decimal | null
  /** Net, by the number of the invoice's line; left out: all lines bear their share. */
  lines?: ReadonlyMap<number, Decimal>
  issuedOn: CivilDate
}

/**
 * The credit note of an invoice, without its number (B51). What makes the invoice's credit notes whole takes the rest of
 * each line and tax, so that together they are the invoice. Before that, named lines are credited with their tax where they
 * explain the amount; else every line bears its share of it. Throws RangeError where nothing is left to credit, or less.
 */
export function creditNote(invoice: CreditedInvoice, request: CreditRequest): InvoiceDocument {
  const { document } = invoice
  const currency = document.currency_code
  const left = creditable(invoice)
  const named = request.lines && namedParts(document, cappedNets(invoice, request.lines))
  const isRest = named !== undefined && request.amount === null && isAllThatIsLeft(named, invoice)
  const asked = request.amount ?? (named && !isRest ? min(grossOf(named), left) : left)
  const amount = round(asked, currency)
  if (!isPositive(amount) || compare(amount, left) > 0) {
    throw new RangeError(`A credit of ${amount} is not possible: ${left} of the invoice is left to credit`)
  }
  if (compare(amount, left) === 0) {
    return restOf(invoice, { amount, request })
  }
  const isNamed = named !== undefined && explains(named, amount, currency)
  const parts = isNamed ? named : dividedParts({ document, left: remainingParts(invoice) }, amount)
  return written(invoice, { parts, amount, credits: [], request })
}

const remainingParts = (invoice: CreditedInvoice): DocumentParts => ({
  nets: remainingNets(invoice),
  taxes: remainingTaxes(invoice),
})

/** No line is credited above what is left of it. */
function cappedNets(invoice: CreditedInvoice, lines: ReadonlyMap<number, Decimal>): Decimal[] {
  return remainingNets(invoice).map((net, index) => max("0", min(net, lines.get(index + 1) ?? "0")))
}

/** The amount is then the rest, whatever the rounding says. Gift cards are not counted by lines. */
const isAllThatIsLeft = ({ nets }: DocumentParts, invoice: CreditedInvoice): boolean =>
  isZero(subtract(sum(remainingNets(invoice)), sum(nets))) && remainingCredits(invoice).length === 0

function restOf(
  invoice: CreditedInvoice,
  { amount, request }: { amount: Decimal; request: CreditRequest },
): InvoiceDocument {
  const parts = remainingParts(invoice)
  const credits = remainingCredits(invoice).filter((one) => !isZero(one.amount))
  return written(invoice, { parts, amount, credits, request })
}

interface Crediting {
  parts: DocumentParts
  amount: Decimal
  credits: InvoiceDocument["credits"]
  request: CreditRequest
}

function written(invoice: CreditedInvoice, { parts, amount, credits, request }: Crediting): InvoiceDocument {
  const { document } = invoice
  const isWhole = invoice.creditNotes.length === 0 && compare(amount, invoice.total) === 0
  const lines = document.lines.flatMap((line, index): InvoiceLine[] => {
    const net = parts.nets[index] ?? "0"
    if (isWhole) {
      return [{ ...line, corrects_line: index + 1 }]
    }
    return isZero(net) ? [] : [{ ...lineOfNet(line, net, document.currency_code), corrects_line: index + 1 }]
  })
  return {
    ...document,
    number: "",
    kind: "credit_note",
    corrects_number: document.number,
    issued_on: request.issuedOn,
    due_on: request.issuedOn,
    payment_terms: { collection_method: null, days: 0 },
    ...figuresOf(document, { parts, lines: withParents(lines), credits, payable: amount }),
  }
}

/** Parents are named by the numbers of this document; a line whose parent is not on it has none, and is shown. */
function withParents(lines: readonly InvoiceLine[]): InvoiceLine[] {
  const numbers = new Map(lines.map((line, index) => [line.corrects_line, index + 1]))
  return lines.map((line) => {
    const parent = line.parent === null ? null : (numbers.get(line.parent) ?? null)
    return { ...line, parent, hidden: line.hidden && parent !== null }
  })
}
