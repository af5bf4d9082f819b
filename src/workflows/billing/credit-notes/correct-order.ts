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
  splitCredit,
  type AccountOfInvoice,
  type ChangedLines,
  type CreditedInvoice,
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

/**
 * Records what the invoices of an order have to be corrected by (decision 0024), and issues the documents that do: credit
 * notes below zero, a further invoice above. Whether anything was issued. Corrections without a document get theirs, too.
 */
export async function correctOrder(trx: Database, correcting: Correcting): Promise<boolean> {
  const waiting = correcting.corrections.filter(({ document_id }) => document_id === null)
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
async function recordCorrections(trx: Database, correcting: Correcting, amount: Decimal): Promise<CorrectionOfOrder[]> {
  const { cause, sourceId, asOf, order } = correcting
  const recorded: CorrectionOfOrder[] = []
  for (const [index, { invoice, part }] of partsOf(correcting, amount).entries()) {
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
      recorded.push({ id, invoice_id: invoice.id, cause, as_of: asOf, amount: part, document_id: null })
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
}

/** What is asked for beyond the invoices is of the own one; what is credited takes back the latest further one first. */
function partsOf(correcting: Correcting, amount: Decimal): CorrectionPart[] {
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
  const { cheaper } = changedLines(credited, linesOf(correcting))
  const isNamed = !invoice.is_further && cheaper.size > 0 && isPositive(left)
  const named = isNamed ? creditNote(credited, { amount: null, lines: cheaper, issuedOn: correcting.asOf }) : null
  return { left, kept, cheaper: named?.totals.payable ?? "0" }
}

const creditedInvoice = ({ creditNotes }: OrderInvoices, { id, document, total }: InvoiceOfOrder): CreditedInvoice => ({
  document,
  total,
  creditNotes: creditNotes.filter((note) => note.corrects_invoice_id === id).map((note) => note.document),
})

/** A canceled order has no lines any more. */
const linesOf = ({ order }: OrderChangeToSettle): InvoiceLineFacts[] => (order.isCanceled ? [] : linesNow(order))

async function issueDocument(trx: Database, correcting: Correcting, correction: CorrectionOfOrder): Promise<void> {
  // As it is now: an earlier one of this transaction may have credited the same invoice.
  const current = await readOrderInvoices(trx, correcting.order.id)
  const invoice = current.invoices.find(({ id }) => id === correction.invoice_id)
  if (!invoice) {
    return
  }
  const credited = creditedInvoice(current, invoice)
  const lines: ChangedLines = changedLines(credited, linesOf(correcting))
  const issuing = { options: correcting.options, invoice, correctionId: correction.id, asOf: correcting.asOf }
  if (!isCredit(correction.amount)) {
    const document = furtherInvoice(invoice.document, {
      amount: correction.amount,
      lines: lines.dearer,
      issuedOn: correcting.asOf,
    })
    await nameCorrectingDocument(trx, correction.id, await issueFurtherInvoice(trx, { ...issuing, document }))
    return
  }
  const amount = min(negate(correction.amount), creditable(credited))
  if (isPositive(amount)) {
    const cheaper = invoice.id === correcting.meantFor ? namedLines(correcting) : undefined
    const document = creditNote(credited, { amount, lines: cheaper ?? lines.cheaper, issuedOn: correcting.asOf })
    await nameCorrectingDocument(trx, correction.id, await issueCreditNote(trx, { ...issuing, document }))
  }
}

/** The lines that a credit is meant for. */
const namedLines = ({ creditedLines }: Correcting): ReadonlyMap<number, Decimal> | undefined =>
  creditedLines && new Map(Object.entries(creditedLines).map(([number, net]) => [Number(number), net]))
