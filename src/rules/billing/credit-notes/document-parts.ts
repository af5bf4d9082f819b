import {
  compare,
  isNegative,
  isZero,
  minorUnits,
  multiply,
  negate,
  percentOf,
  round,
  subtract,
  sum,
  type Decimal,
} from "../../money"
import type { InvoiceDocument, InvoiceLine } from "../invoices/invoice-shape"
import { invoiceTotals } from "../invoices/invoice-totals"

/** What a document takes of another one's lines and taxes: net by line, tax by rate, in their order. */
export interface DocumentParts {
  nets: Decimal[]
  taxes: Decimal[]
}

export const grossOf = ({ nets, taxes }: DocumentParts): Decimal => sum([...nets, ...taxes])

/** The sum of the nets that bear a tax. */
export function baseOf(
  { lines }: InvoiceDocument,
  nets: readonly Decimal[],
  tax: InvoiceDocument["taxes"][number],
): Decimal {
  const bears = ({ tax_rates }: InvoiceLine): boolean =>
    tax_rates.some(({ code, name, rate }) => code === tax.code && name === tax.name && rate === tax.rate)
  return sum(nets.filter((_, index) => lines[index] !== undefined && bears(lines[index])))
}

/** Nets of named lines, with each rate's tax on their sum. */
export function namedParts(document: InvoiceDocument, nets: Decimal[]): DocumentParts {
  const taxOf = (tax: InvoiceDocument["taxes"][number]): Decimal =>
    round(percentOf(baseOf(document, nets, tax), tax.rate), document.currency_code)
  return { nets, taxes: document.taxes.map(taxOf) }
}

/** Whether the parts differ from the amount by roundings alone: a minor unit of each of them. */
export function explains(parts: DocumentParts, amount: Decimal, currency: string): boolean {
  const difference = subtract(grossOf(parts), amount)
  const distance = isNegative(difference) ? negate(difference) : difference
  const roundings = parts.nets.filter((net) => !isZero(net)).length + parts.taxes.length
  return compare(multiply(distance, `1${"0".repeat(minorUnits(currency))}`), String(roundings)) <= 0
}

/** Lines, taxes and totals of a document of such parts. */
export function figuresOf(
  document: InvoiceDocument,
  {
    parts,
    lines,
    credits,
    payable,
  }: { parts: DocumentParts; lines: InvoiceLine[]; credits: InvoiceDocument["credits"]; payable: Decimal },
): Pick<InvoiceDocument, "lines" | "taxes" | "credits" | "totals"> {
  const currency = document.currency_code
  const taxes = document.taxes.flatMap((tax, index) => {
    const amount = round(parts.taxes[index] ?? "0", currency)
    const base = round(baseOf(document, parts.nets, tax), currency)
    return isZero(amount) && isZero(base) ? [] : [{ ...tax, base, amount }]
  })
  const written = credits.map((credit) => ({ ...credit, amount: round(credit.amount, currency) }))
  const totals = invoiceTotals({ lines, taxes, credits: written }, { currency, payable })
  return { lines, taxes, credits: written, totals }
}

/** A line as its net alone, as one unit. */
export const lineOfNet = (line: InvoiceLine, net: Decimal, currency: string): InvoiceLine => {
  const total = round(net, currency)
  return { ...line, quantity: "1", unit_price: total, is_tax_inclusive: false, subtotal: total, discounts: [], total }
}
