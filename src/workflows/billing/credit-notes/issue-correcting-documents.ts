import {
  insertInvoices,
  lockAccounts,
  recordInvoiceEntries,
  reserveInvoiceNumbers,
  type InvoiceOfOrder,
} from "../../../modules/billing"
import { addOutboxEvents, type Database } from "../../../modules/core"
import type { BillingOptions } from "../../../options"
import {
  invoiceEntry,
  numberedInvoice,
  seriesOf,
  type InvoiceDocument,
  type NumberedInvoice,
} from "../../../rules/billing"
import type { CivilDate } from "../../../rules/calendar"

export interface IssuingDocument {
  options: BillingOptions
  /** The invoice that it corrects. */
  invoice: InvoiceOfOrder
  correctionId: string
  document: InvoiceDocument
  asOf: CivilDate
}

/** Numbers a credit note, writes it, and enters it into its invoice's account. Returns its id. */
export async function issueCreditNote(trx: Database, issuing: IssuingDocument): Promise<string> {
  const { invoice, asOf } = issuing
  const note = await numbered(trx, issuing, {
    id: `bcn_${issuing.correctionId.replace(/^bcor_/, "")}`,
    change_id: null,
  })
  await insertInvoices(trx, [note])
  const account = (await lockAccounts(trx, [invoice.id])).get(invoice.id)
  if (account) {
    const origin = { source: "credit_note", sourceId: note.id, asOf } as const
    await recordInvoiceEntries(trx, [
      invoiceEntry(account, { kind: "credit_note", amount: note.total, key: note.id }, origin),
    ])
  }
  const { id, order_id, total, currency_code } = note
  const data = { id, invoice_id: invoice.id, order_id, number: note.number, total, currency_code }
  await addOutboxEvents(trx, [{ name: "billing.credit_note.issued", data }])
  return id
}

/** Numbers the invoice of what an order comes to beyond its invoices, and writes it. Returns its id. */
export async function issueFurtherInvoice(trx: Database, issuing: IssuingDocument): Promise<string> {
  const { correctionId } = issuing
  const id = `binv_${correctionId.replace(/^bcor_/, "")}`
  const further = await numbered(trx, issuing, { id, change_id: correctionId })
  await insertInvoices(trx, [further])
  await addOutboxEvents(trx, [{ name: "billing.invoice.issued", data: { id, order_id: further.order_id } }])
  return id
}

async function numbered(
  trx: Database,
  { options, invoice, document, asOf }: IssuingDocument,
  { id, change_id }: { id: string; change_id: string | null },
): Promise<NumberedInvoice> {
  const { series } = seriesOf(document.kind, options)
  const reserved = await reserveInvoiceNumbers(trx, { series, asOf }, async () => 1)
  const draft = {
    invoice_id: id,
    order_id: document.order.id,
    change_id,
    renewal_id: null,
    subscription_id: invoice.subscription_id,
    customer_id: invoice.customer_id,
    corrects_invoice_id: document.kind === "credit_note" ? invoice.id : null,
    due_on: document.due_on,
    document,
  }
  const { first, issuedOn } = reserved ?? { first: 1, issuedOn: asOf }
  return numberedInvoice(draft, { sequence: first, issuedOn, numbering: options })
}
