import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { invoiceAccount, type NewInvoiceEntry, type NumberedInvoice } from "../../../../rules/billing"
import type { CivilDate } from "../../../../rules/calendar"
import type { Decimal } from "../../../../rules/money"
import { amountColumns, insertRows } from "../../../core"
import { recordInvoiceEntries } from "../accounts/invoice-entries"

export type NewInvoice = NumberedInvoice

const CHUNK = 250

/** Numbers of a series, from the first one on, and the date that they are issued on. */
export interface ReservedNumbers {
  first: number
  issuedOn: CivilDate
}

/**
 * Reserves the next numbers of a series; null if none is needed. The row stays locked until the transaction ends: numbers
 * follow the order of the commits, and a failed transaction's numbers are used again, so that none is missing or
 * duplicated, however many workers issue (B50). The count is computed under the lock, when other workers' invoices are
 * visible. The date is never before that of the series' last document, also when the clock has gone back.
 */
export async function reserveInvoiceNumbers(
  trx: Knex,
  { series, asOf }: { series: string; asOf: CivilDate },
  howMany: () => Promise<number>,
): Promise<ReservedNumbers | null> {
  // An update locks as `for update` does, and answers the number after those of others that have committed meanwhile.
  const [row]: { last_sequence: number; last_issued_on: CivilDate | null }[] = await trx("billing_invoice_series")
    .insert({ series })
    .onConflict("series")
    .merge({ series })
    .returning(["last_sequence", "last_issued_on"])
  const count = await howMany()
  if (!row || count === 0) {
    return null
  }
  const issuedOn = row.last_issued_on !== null && row.last_issued_on > asOf ? row.last_issued_on : asOf
  await trx("billing_invoice_series")
    .where({ series })
    .update({ last_sequence: row.last_sequence + count, last_issued_on: issuedOn, updated_at: trx.fn.now() })
  return { first: row.last_sequence + 1, issuedOn }
}

/** An order's own invoice, if it has one; those of lines that an edit added are `invoicesOfOrder`. */
export async function findInvoice(knex: Knex, orderId: string): Promise<{ id: string; total: Decimal } | undefined> {
  return knex("billing_invoice")
    .where({ order_id: orderId, kind: "invoice" })
    .whereNull("change_id")
    .first("id", "total")
}

/**
 * Writes issued invoices with their accounts: what there is to pay is open, and `entries` say what was paid already. Credit
 * notes have no account: they are entries of their invoice's.
 */
export async function insertInvoices(
  trx: Knex,
  invoices: NewInvoice[],
  entries: readonly NewInvoiceEntry[] = [],
): Promise<void> {
  const accounts = invoices.filter(({ kind }) => kind === "invoice").map(toAccountRow)
  await insertRows(trx, { table: "billing_invoice", rows: invoices.map(toInvoiceRow), chunk: CHUNK })
  await insertRows(trx, { table: "billing_invoice_payment", rows: accounts, chunk: CHUNK })
  await recordInvoiceEntries(trx, entries)
}

function toAccountRow({ id, total, payable_by, issued_on, sequence }: NewInvoice): Record<string, unknown> {
  const { status } = invoiceAccount(total, [])
  return {
    invoice_id: id,
    status,
    due_on: payable_by,
    issued_on,
    sequence,
    ...amountColumns("invoice_total", total),
    ...amountColumns("open_total", total),
    ...amountColumns("paid_total", "0"),
    paid_on: status === "paid" ? issued_on : null,
  }
}

function toInvoiceRow(invoice: NewInvoice): Record<string, unknown> {
  const { subtotal, tax_total, total, document, payable_by: _account, ...columns } = invoice
  return {
    ...columns,
    ...amountColumns("subtotal", subtotal),
    ...amountColumns("tax_total", tax_total),
    ...amountColumns("total", total),
    document: JSON.stringify(document),
  }
}
