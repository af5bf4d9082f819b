import {
  add,
  allocate,
  compare,
  isNegative,
  isZero,
  max,
  minorUnits,
  multiply,
  multiplyRatio,
  negate,
  percentOf,
  round,
  roundToSum,
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

/** Every line bears its share of the amount, weighed by its net with tax; the parts come to the amount. */
export function sharedParts(document: InvoiceDocument, weighed: readonly Decimal[], amount: Decimal): DocumentParts {
  const { lines, taxes, currency_code: currency } = document
  const percentages = lines.map((line) => add("100", ...line.tax_rates.map(({ rate }) => rate)))
  const weights = weighed.map((net, index) => multiply(max("0", net), percentages[index] ?? "100"))
  const grosses = allocate(amount, weights, currency)
  const nets = grosses.map((gross, index) =>
    multiplyRatio(gross, { numerator: 100, denominator: percentages[index] ?? "100" }, currency),
  )
  const exact = taxes.map((tax) => percentOf(baseOf(document, nets, tax), tax.rate))
  return { nets, taxes: toSum(exact, subtract(amount, sum(nets)), currency) }
}

/** Rounded so that they come to the total, which the rounding of the lines may have moved. */
function toSum(amounts: readonly Decimal[], total: Decimal, currency: string): Decimal[] {
  const rounded = roundToSum(amounts, sum(amounts), currency)
  const missing = subtract(total, sum(rounded))
  return rounded.map((amount, index) => (index === 0 ? round(add(amount, missing), currency) : amount))
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
