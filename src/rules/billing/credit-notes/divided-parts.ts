import {
  add,
  allocate,
  max,
  min,
  multiply,
  multiplyRatio,
  percentOf,
  round,
  roundToSum,
  subtract,
  sum,
  type Decimal,
} from "../../money"
import type { InvoiceDocument, InvoiceLine } from "../invoices/invoice-shape"
import { baseOf, type DocumentParts } from "./document-parts"

/** What of a document can be shared out: net by line, tax by rate. null: as much as is asked for, in the document's proportions. */
export interface Divisible {
  document: InvoiceDocument
  left: DocumentParts | null
}

/**
 * Every line bears its share of the amount, by what is left of it with tax; the parts come to the amount. Lines of one rate are
 * one group: its tax is of its gross, so that each rate's tax is its base at its rate, to the minor unit, and no part is above
 * what is left of it or below zero.
 */
export function dividedParts(divisible: Divisible, amount: Decimal): DocumentParts {
  return divisible.document.lines.some(({ tax_rates }) => tax_rates.length > 1)
    ? byLines(divisible, amount)
    : byRates(divisible, amount)
}

interface Group {
  /** The index of its tax; null: none. */
  tax: number | null
  lines: number[]
}

function byRates({ document, left }: Divisible, amount: Decimal): DocumentParts {
  const { currency_code: currency, lines, taxes } = document
  const of = left ?? { nets: lines.map(({ total }) => total), taxes: taxes.map((tax) => tax.amount) }
  const groups = groupsOf(document)
  const netOf = (group: Group): Decimal => sum(group.lines.map((index) => positive(of.nets[index])))
  const taxOf = ({ tax }: Group): Decimal => (tax === null ? "0" : positive(of.taxes[tax]))
  const grosses = allocate(
    amount,
    groups.map((group) => add(netOf(group), taxOf(group))),
    currency,
  )
  const parts: DocumentParts = { nets: lines.map(() => "0"), taxes: taxes.map(() => "0") }
  groups.forEach((group, index) => {
    const gross = grosses[index] ?? "0"
    const bounds = left ? { net: netOf(group), tax: taxOf(group) } : null
    const tax = taxIn(gross, { rate: group.tax === null ? "0" : (taxes[group.tax]?.rate ?? "0"), bounds, currency })
    const nets = allocate(
      subtract(gross, tax),
      group.lines.map((line) => positive(of.nets[line])),
      currency,
    )
    group.lines.forEach((line, at) => (parts.nets[line] = nets[at] ?? "0"))
    if (group.tax !== null) {
      parts.taxes[group.tax] = tax
    }
  })
  return parts
}

const positive = (amount: Decimal | undefined): Decimal => max("0", amount ?? "0")

/** The lines of each rate, and those without one. */
function groupsOf({ lines, taxes }: InvoiceDocument): Group[] {
  const bears = (line: InvoiceLine, tax: InvoiceDocument["taxes"][number]): boolean =>
    line.tax_rates.some(({ code, name, rate }) => code === tax.code && name === tax.name && rate === tax.rate)
  const groups = [...taxes.keys(), null].map((tax): Group => ({ tax, lines: [] }))
  lines.forEach((line, index) => {
    const tax = taxes.findIndex((one) => bears(line, one))
    groups[tax < 0 ? taxes.length : tax]?.lines.push(index)
  })
  return groups.filter((group) => group.lines.length)
}

/** The tax in a gross amount, never so that more than what is left of net or tax is taken. */
function taxIn(
  gross: Decimal,
  { rate, bounds, currency }: { rate: Decimal; bounds: { net: Decimal; tax: Decimal } | null; currency: string },
): Decimal {
  const net = multiplyRatio(gross, { numerator: 100, denominator: add("100", rate) }, currency)
  const tax = subtract(gross, net)
  return bounds ? max(max("0", subtract(gross, bounds.net)), min(tax, bounds.tax)) : tax
}

/** Where a line bears several taxes at once, each line is divided by itself, and the taxes come to what is left of the amount. */
function byLines({ document, left }: Divisible, amount: Decimal): DocumentParts {
  const { lines, taxes, currency_code: currency } = document
  const percentages = lines.map((line) => add("100", ...line.tax_rates.map(({ rate }) => rate)))
  const weighed = left?.nets ?? lines.map(({ total }) => total)
  const weights = weighed.map((net, index) => multiply(positive(net), percentages[index] ?? "100"))
  const nets = allocate(amount, weights, currency).map((gross, index) =>
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
