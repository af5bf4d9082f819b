import type { CivilDate } from "../../calendar"
import { add, allocate, compare, isPositive, min, multiplyRatio, round, sum, type Decimal } from "../../money"
import { creditNote } from "../credit-notes/credit-note"
import { creditable, remainingNets, type CreditedInvoice } from "../credit-notes/credited-lines"
import { grossOf, namedParts } from "../credit-notes/document-parts"

/** Lines of an invoice that a credit is meant for: net, by their number. */
export type CreditedLines = Record<string, Decimal>

/** What stands on an invoice for units of a subscription, less what was credited of it. */
export interface PaidLine {
  invoice: CreditedInvoice
  /** The number of the line. */
  number: number
  /** With its options. */
  net: Decimal
  /** With tax. */
  gross: Decimal
  /** Each line with what stands on it: its own, then those of its options (S3). */
  parts: { number: number; net: Decimal }[]
}

/** The lines of an order that paid for units. */
export interface PaidUnits {
  orderLineId: string
  optionLineIds?: string[]
  quantity: number
  /** What was credited of the invoice's lines for other units that were on them. */
  creditedForOthers?: CreditedLines
}

/**
 * What was charged for so many units of an order's line and of its options (B25): net of discounts and of what was credited,
 * without fees, which are lines of their own. Units of it that were split off bear their own credits. null: the invoice has no
 * such line.
 */
export function paidLine(invoice: CreditedInvoice, paid: PaidUnits): PaidLine | null {
  const left = remainingNets(invoice)
  const own = partOf(invoice, { ...paid, left })
  if (!own) {
    return null
  }
  const { optionLineIds = [] } = paid
  const options = optionLineIds.flatMap((id) => partOf(invoice, { ...paid, left, orderLineId: id }) ?? [])
  const parts = [own, ...options]
  const netOf = new Map(parts.map(({ number, net }) => [number, net]))
  const gross = grossOf(
    namedParts(
      invoice.document,
      left.map((_, at) => netOf.get(at + 1) ?? "0"),
    ),
  )
  const net = options.length ? sum(parts.map((part) => part.net)) : own.net
  return { invoice, number: own.number, net, gross: min(gross, creditable(invoice)), parts }
}

function partOf(
  { document: { lines, currency_code: currency } }: CreditedInvoice,
  { left, orderLineId, quantity, creditedForOthers = {} }: PaidUnits & { left: readonly Decimal[] },
): { number: number; net: Decimal } | null {
  const index = lines.findIndex(({ order_line_id }) => order_line_id === orderLineId)
  const line = lines[index]
  if (!line) {
    return null
  }
  const units = { numerator: min(String(quantity), line.quantity), denominator: line.quantity }
  const whole = left[index] ?? "0"
  const before = add(whole, creditedForOthers[String(index + 1)] ?? "0")
  const net = compare(units.numerator, units.denominator) < 0 ? multiplyRatio(before, units, currency) : before
  return { number: index + 1, net: min(net, whole) }
}

export interface LineCredit {
  /** With tax: what the credit note comes to. */
  amount: Decimal
  lines: CreditedLines
}

/** What crediting a part of a line comes to; `credit` has tax in it where the price has. null: nothing. */
export function lineCredit(
  paid: PaidLine,
  { credit, isTaxInclusive, on }: { credit: Decimal; isTaxInclusive: boolean; on: CivilDate },
): LineCredit | null {
  const { invoice, net, gross, parts } = paid
  const currency = invoice.document.currency_code
  if (!isPositive(credit) || !isPositive(gross) || !isPositive(creditable(invoice))) {
    return null
  }
  const ratio = { numerator: credit, denominator: gross }
  const part = isTaxInclusive ? multiplyRatio(net, ratio, currency) : credit
  const amount = isTaxInclusive ? round(min(credit, creditable(invoice)), currency) : null
  const [only] = parts
  const shares =
    parts.length === 1 && only ? new Map([[only.number, part]]) : sharesOf(round(part, currency), { parts, currency })
  const note = creditNote(invoice, { amount, lines: shares, issuedOn: on })
  return {
    amount: note.totals.payable,
    lines: Object.fromEntries([...shares].map(([number, share]) => [String(number), share])),
  }
}

/** Of a product and its options each bears its share of the credit; what has nothing on it bears none. */
function sharesOf(
  credit: Decimal,
  { parts, currency }: { parts: PaidLine["parts"]; currency: string },
): Map<number, Decimal> {
  const paid = parts.filter(({ net }) => isPositive(net))
  const shares = allocate(
    credit,
    paid.map(({ net }) => net),
    currency,
  )
  return new Map(paid.map(({ number }, index) => [number, shares[index] ?? "0"]))
}
