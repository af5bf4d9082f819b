import {
  insertInvoiceCorrection,
  nameCorrectingDocument,
  readOrderInvoices,
  stopCollectingOrder,
  type CorrectionOfOrder,
  type InvoiceOfOrder,
  type OrderInvoices,
} from "../../../modules/billing"
import { addOutboxEvents, type Database } from "../../../modules/core"
import {
  changedLines,
  creditable,
  creditNote,
  furtherInvoice,
  invoiceCorrection,
  isCredit,
  lineCorrections,
  splitCredit,
  type AccountOfInvoice,
  type ChangedLines,
  type CreditedInvoice,
  type InvoiceDocument,
  type InvoiceLineFacts,
  type InvoiceToCredit,
  type OrderMoney,
} from "../../../rules/billing"
import { isPositive, max, min, negate, subtract, type Decimal } from "../../../rules/money"
import type { OrderChangeToSettle } from "../accounts/order-change-to-settle"
import { linesNow } from "../orders/invoiced-order"
import { issueCreditNote, issueFurtherInvoice } from "./issue-correcting-documents"

type Correcting = OrderChangeToSettle &
  OrderInvoices & {
    money: OrderMoney
    /** What the order's payments gave back that no account has yet. */
    given: Decimal
    accounts: ReadonlyMap<string, Pick<AccountOfInvoice, "account">>
  }

/** `lines`: those that it is of, net, by their number; left out: those that have changed by now. */
type Correction = CorrectionOfOrder & { lines?: ReadonlyMap<number, Decimal> }

/** What is credited as money, and changes no line of the order. */
const OF_MONEY: readonly string[] = ["credited", "refunded", "paid", "authorized"]

/**
 * Records what the invoices of an order have to be corrected by (decision 0024), and issues the documents that do: credit
 * notes below zero, a further invoice above. Whether anything was issued. Corrections without a document get theirs, too.
 */
export async function correctOrder(trx: Database, correcting: Correcting): Promise<boolean> {
  const waiting: Correction[] = correcting.corrections.filter(({ document_id }) => document_id === null)
  const amount = invoiceCorrection(correcting.money, {
    invoices: correcting.invoices.filter(({ is_further }) => !is_further).map(({ total }) => total),
    corrections: correcting.corrections.map((one) => one.amount),
  })
  if (amount !== null) {
    waiting.push(...(await recordCorrections(trx, correcting, amount)))
  }
  for (const correction of waiting) {
    await issueDocument(trx, correcting, correction)
  }
  return waiting.length > 0
}

/** One for each invoice that bears a part. */
async function recordCorrections(trx: Database, correcting: Correcting, amount: Decimal): Promise<Correction[]> {
  const { cause, sourceId, asOf, order } = correcting
  const recorded: Correction[] = []
  for (const [index, { invoice, part, lines }] of partsOf(correcting, amount).entries()) {
    const id = `bcor_${cause}_${sourceId}${index === 0 ? "" : `_${index + 1}`}`
    const columns = {
      id,
      invoice_id: invoice.id,
      order_id: order.id,
      cause,
      currency_code: order.currencyCode,
      amount: part,
    }
    if (await insertInvoiceCorrection(trx, { ...columns, source_id: sourceId, as_of: asOf })) {
      const correction = { id, invoice_id: invoice.id, cause, as_of: asOf, amount: part, document_id: null }
      recorded.push({ ...correction, ...(lines ? { lines } : {}) })
      await addOutboxEvents(trx, [{ name: "billing.invoice.correction_due", data: columns }])
    }
  }
  if (recorded.length) {
    await stopCollectingOrder(trx, order.id)
  }
  return recorded
}

interface CorrectionPart {
  invoice: InvoiceOfOrder
  part: Decimal
  lines?: ReadonlyMap<number, Decimal>
}

/**
 * Where changed lines explain it, each invoice bears what its lines have changed by. Else what is asked for beyond the invoices
 * is of the own one, and what is credited takes back the latest further one first.
 */
function partsOf(correcting: Correcting, amount: Decimal): CorrectionPart[] {
  return (correcting.meantFor === undefined && partsByLines(correcting, amount)) || partsByAmount(correcting, amount)
}

function partsByLines(correcting: Correcting, amount: Decimal): CorrectionPart[] | null {
  const { invoices, asOf } = correcting
  const corrections = lineCorrections(
    invoices.map((invoice) => ({
      ...creditedInvoice(correcting, invoice),
      isFurther: invoice.is_further,
      notesOfLines: notesOfLines(correcting, invoice),
    })),
    { amount, now: linesOf(correcting), issuedOn: asOf },
  )
  return (
    corrections?.flatMap(({ index, amount: part, lines }) => {
      const invoice = invoices[index]
      return invoice ? [{ invoice, part, lines }] : []
    }) ?? null
  )
}

function partsByAmount(correcting: Correcting, amount: Decimal): CorrectionPart[] {
  const [own] = correcting.invoices
  if (!isCredit(amount)) {
    return own ? [{ invoice: own, part: amount }] : []
  }
  const further = correcting.invoices.filter(({ is_further }) => is_further).reverse()
  const invoices = [...further, ...correcting.invoices.filter(({ is_further }) => !is_further)]
  const parts = splitCredit(
    negate(amount),
    invoices.map((invoice) => toCredit(correcting, invoice)),
    correcting,
  )
  return invoices.flatMap((invoice, index) => {
    const part = parts[index] ?? "0"
    return isPositive(part) ? [{ invoice, part: negate(part) }] : []
  })
}

function toCredit(correcting: Correcting, invoice: InvoiceOfOrder): InvoiceToCredit {
  const credited = creditedInvoice(correcting, invoice)
  const left = creditable(credited)
  const { paid = "0", refunded = "0" } = correcting.accounts.get(invoice.id)?.account ?? {}
  const kept = max("0", subtract(paid, refunded))
  if (correcting.meantFor !== undefined) {
    return { left, kept, cheaper: correcting.meantFor === invoice.id ? left : "0" }
  }
  const { cheaper } = changedLinesOf(correcting, { of: correcting, invoice })
  const isNamed = !invoice.is_further && cheaper.size > 0 && isPositive(left)
  const named = isNamed ? creditNote(credited, { amount: null, lines: cheaper, issuedOn: correcting.asOf }) : null
  return { left, kept, cheaper: named?.totals.payable ?? "0" }
}

const creditedInvoice = ({ creditNotes }: OrderInvoices, { id, document, total }: InvoiceOfOrder): CreditedInvoice => ({
  document,
  total,
  creditNotes: creditNotes.filter((note) => note.corrects_invoice_id === id).map((note) => note.document),
})

function notesOfLines({ creditNotes, corrections }: OrderInvoices, { id }: InvoiceOfOrder): InvoiceDocument[] {
  const ofMoney = corrections.filter(({ cause }) => OF_MONEY.includes(cause)).map(({ document_id }) => document_id)
  return creditNotes
    .filter((note) => note.corrects_invoice_id === id && !ofMoney.includes(note.id))
    .map(({ document }) => document)
}

/** What an invoice's lines have changed by, beside all of its order's. */
function changedLinesOf(
  correcting: Correcting,
  { of, invoice }: { of: OrderInvoices; invoice: InvoiceOfOrder },
): ChangedLines {
  const all = of.invoices.map((one) => ({ credited: creditedInvoice(of, one), isFurther: one.is_further }))
  const index = of.invoices.findIndex(({ id }) => id === invoice.id)
  return changedLines(all, linesOf(correcting))[index] ?? { cheaper: new Map(), dearer: new Map() }
}

/** A canceled order has no lines any more. */
const linesOf = ({ order }: OrderChangeToSettle): InvoiceLineFacts[] => (order.isCanceled ? [] : linesNow(order))

async function issueDocument(trx: Database, correcting: Correcting, correction: Correction): Promise<void> {
  // As it is now: an earlier one of this transaction may have credited the same invoice.
  const current = await readOrderInvoices(trx, correcting.order.id)
  const invoice = current.invoices.find(({ id }) => id === correction.invoice_id)
  if (!invoice) {
    return
  }
  const credited = creditedInvoice(current, invoice)
  const changed = changedLinesOf(correcting, { of: current, invoice })
  const issuing = { options: correcting.options, invoice, correctionId: correction.id, asOf: correcting.asOf }
  if (!isCredit(correction.amount)) {
    const document = furtherInvoice(invoice.document, {
      amount: correction.amount,
      lines: correction.lines ?? changed.dearer,
      issuedOn: correcting.asOf,
    })
    await nameCorrectingDocument(trx, correction.id, await issueFurtherInvoice(trx, { ...issuing, document }))
    return
  }
  const amount = min(negate(correction.amount), creditable(credited))
  if (isPositive(amount)) {
    const named = invoice.id === correcting.meantFor ? namedLines(correcting) : correction.lines
    const document = creditNote(credited, { amount, lines: named ?? changed.cheaper, issuedOn: correcting.asOf })
    await nameCorrectingDocument(trx, correction.id, await issueCreditNote(trx, { ...issuing, document }))
  }
}

/** The lines that a credit is meant for. */
const namedLines = ({ creditedLines }: Correcting): ReadonlyMap<number, Decimal> | undefined =>
  creditedLines && new Map(Object.entries(creditedLines).map(([number, net]) => [Number(number), net]))
