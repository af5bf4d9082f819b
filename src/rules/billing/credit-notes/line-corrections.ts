import type { CivilDate } from "../../calendar"
import {
  add,
  compare,
  isNegative,
  isPositive,
  isZero,
  minorUnit,
  multiply,
  negate,
  subtract,
  sum,
  type Decimal,
} from "../../money"
import type { InvoiceDocument } from "../invoices/invoice-shape"
import type { InvoiceLineFacts } from "../invoices/invoice-facts"
import { changedLines, type ChangedLines } from "./changed-lines"
import { creditNote } from "./credit-note"
import { creditable, remainingNets, type CreditedInvoice } from "./credited-lines"
import { grossOf, namedParts } from "./document-parts"

/** An invoice of an order that a correction may be of. */
export interface CorrectedInvoice extends CreditedInvoice {
  isFurther: boolean
  /** Those of its credit notes that came of changed lines, and not of money. */
  notesOfLines: readonly InvoiceDocument[]
}

/** What one document of a correction is of. */
export interface LineCorrection {
  /** Of the invoice, among those that were given. */
  index: number
  /** With tax; below zero a credit. */
  amount: Decimal
  /** Net, by the number of the invoice's line. */
  lines: ReadonlyMap<number, Decimal>
}

interface Correction {
  amount: Decimal
  /** The order's lines as they are now. */
  now: readonly InvoiceLineFacts[]
  issuedOn: CivilDate
}

/**
 * The documents of a correction that comes of changed lines, credits first: each of the invoice that its lines are on, so that
 * every rate is taxed on what has changed of it, also where some lines became dearer and others cheaper at once. They come to the
 * amount. null: the lines do not explain it, as where money was given back.
 */
export function lineCorrections(
  invoices: readonly CorrectedInvoice[],
  correction: Correction,
): LineCorrection[] | null {
  // What was credited as money has changed no line.
  const byLines = invoices.map((one) => ({ ...one, creditNotes: one.notesOfLines }))
  for (const counted of [byLines, invoices]) {
    const changed = changedLines(
      counted.map((credited) => ({ credited, isFurther: credited.isFurther })),
      correction.now,
    )
    const found = explained(invoices, changed, correction)
    if (found) {
      return found
    }
  }
  return null
}

function explained(
  invoices: readonly CorrectedInvoice[],
  changed: readonly ChangedLines[],
  { amount, issuedOn }: Correction,
): LineCorrection[] | null {
  const credits = invoices.flatMap((invoice, index) => creditOf(invoice, { index, changed, issuedOn }))
  const further = invoices.flatMap((invoice, index) => furtherOf(invoice, { index, changed }))
  const all = [...credits, ...further]
  const last = all.at(-1)
  if (!last) {
    return null
  }
  const rest = subtract(amount, sum(all.map((one) => one.amount)))
  const adjusted = add(last.amount, rest)
  const isSame = isNegative(adjusted) === isNegative(last.amount) && !isZero(adjusted)
  return isRounding(rest, { all, invoices }) && isSame ? [...all.slice(0, -1), { ...last, amount: adjusted }] : null
}

interface ChangeOf {
  index: number
  changed: readonly ChangedLines[]
}

function creditOf(
  invoice: CorrectedInvoice,
  { index, changed, issuedOn }: ChangeOf & { issuedOn: CivilDate },
): LineCorrection[] {
  const lines = changed[index]?.cheaper ?? new Map<number, Decimal>()
  const left = remainingNets(invoice)
  const isLeft = [...lines.keys()].some((number) => isPositive(left[number - 1] ?? "0"))
  if (!isLeft || !isPositive(creditable(invoice))) {
    return []
  }
  const { payable } = creditNote(invoice, { amount: null, lines, issuedOn }).totals
  return [{ index, amount: negate(payable), lines }]
}

function furtherOf({ document }: CorrectedInvoice, { index, changed }: ChangeOf): LineCorrection[] {
  const lines = changed[index]?.dearer
  if (!lines?.size) {
    return []
  }
  const nets = document.lines.map((_, line) => lines.get(line + 1) ?? "0")
  const amount = grossOf(namedParts(document, nets))
  return isPositive(amount) ? [{ index, amount, lines }] : []
}

/** A minor unit of each line and each tax. */
function isRounding(
  difference: Decimal,
  { all, invoices }: { all: readonly LineCorrection[]; invoices: readonly CorrectedInvoice[] },
): boolean {
  const roundings = all.map(({ index, lines }) => lines.size + (invoices[index]?.document.taxes.length ?? 0))
  const most = multiply(
    minorUnit(invoices[0]?.document.currency_code ?? ""),
    String(roundings.reduce((a, b) => a + b, 0)),
  )
  return compare(isNegative(difference) ? negate(difference) : difference, most) <= 0
}
