import type { CivilDate } from "../../calendar"
import { compare, isPositive, min, multiplyRatio, round, type Decimal } from "../../money"
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
  net: Decimal
  /** With tax. */
  gross: Decimal
}

/**
 * What was charged for so many units of an order's line (B25): net of discounts and of what was credited, without fees,
 * which are lines of their own. null: the invoice has no such line.
 */
export function paidLine(
  invoice: CreditedInvoice,
  { orderLineId, quantity }: { orderLineId: string; quantity: number },
): PaidLine | null {
  const { lines, currency_code: currency } = invoice.document
  const index = lines.findIndex(({ order_line_id }) => order_line_id === orderLineId)
  const line = lines[index]
  if (!line) {
    return null
  }
  const left = remainingNets(invoice)
  const units = { numerator: min(String(quantity), line.quantity), denominator: line.quantity }
  const net =
    compare(units.numerator, units.denominator) < 0
      ? multiplyRatio(left[index] ?? "0", units, currency)
      : (left[index] ?? "0")
  const only = left.map((_, at) => (at === index ? net : "0"))
  const gross = grossOf(namedParts(invoice.document, only))
  return { invoice, number: index + 1, net, gross: min(gross, creditable(invoice)) }
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
  const { invoice, number, net, gross } = paid
  const currency = invoice.document.currency_code
  if (!isPositive(credit) || !isPositive(gross) || !isPositive(creditable(invoice))) {
    return null
  }
  const ratio = { numerator: credit, denominator: gross }
  const part = isTaxInclusive ? multiplyRatio(net, ratio, currency) : credit
  const amount = isTaxInclusive ? round(min(credit, creditable(invoice)), currency) : null
  const note = creditNote(invoice, { amount, lines: new Map([[number, part]]), issuedOn: on })
  return { amount: note.totals.payable, lines: { [String(number)]: part } }
}
