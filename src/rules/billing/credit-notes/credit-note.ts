import type { CivilDate } from "../../calendar"
import {
  add,
  compare,
  isPositive,
  isZero,
  max,
  min,
  minorUnit,
  percentOf,
  round,
  subtract,
  sum,
  type Decimal,
} from "../../money"
import type { InvoiceDocument, InvoiceLine } from "../invoices/invoice-shape"
import { creditable, remainingCredits, remainingNets, remainingTaxes, type CreditedInvoice } from "./credited-lines"
import { baseOf, explains, figuresOf, grossOf, lineOfNet, namedParts, type DocumentParts } from "./document-parts"
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
  const named = request.lines && namedOf(invoice, cappedNets(invoice, request.lines))
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

/** Named lines with their tax, as far as it is left: however many are named one after another, the last has none below zero. */
function namedOf(invoice: CreditedInvoice, nets: Decimal[]): DocumentParts {
  const named = namedParts(invoice.document, nets)
  const left = remainingParts(invoice)
  return { nets, taxes: named.taxes.map((tax, index) => taxLeft(invoice, { nets, tax, left, index })) }
}

interface NamedTax {
  nets: readonly Decimal[]
  /** On the named lines alone. */
  tax: Decimal
  left: DocumentParts
  /** Of the invoice's taxes. */
  index: number
}

/**
 * The tax of named lines: what is credited of a rate in all stays within a minor unit of the tax on all that is credited, so
 * that no roundings pile up, and is never above the invoice's.
 */
function taxLeft({ document }: CreditedInvoice, { nets, tax, left, index }: NamedTax): Decimal {
  const rate = document.taxes[index]
  if (!rate) {
    return tax
  }
  const currency = document.currency_code
  const unit = minorUnit(currency)
  const rest = left.nets.map((net, line) => subtract(net, nets[line] ?? "0"))
  const all = document.lines.map((line, at) => subtract(line.total, rest[at] ?? "0"))
  const before = subtract(rate.amount, left.taxes[index] ?? "0")
  const due = subtract(round(percentOf(baseOf(document, all, rate), rate.rate), currency), before)
  const fair = max(subtract(due, unit), min(tax, add(due, unit)))
  return max("0", min(fair, left.taxes[index] ?? "0"))
}

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
