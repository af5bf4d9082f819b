import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { InvoicePaymentStatus, NumberedInvoice } from "../../../../rules/billing"
import type { CivilDate } from "../../../../rules/calendar"
import type { Decimal } from "../../../../rules/money"
import { amountColumns, insertRows } from "../../../core"

export type NewInvoice = NumberedInvoice

const CHUNK = 250

/**
 * Reserves the next numbers of a series and returns the first; null if none is needed. The row stays locked until the
 * transaction ends: numbers follow the order of the commits, and a failed transaction's numbers are used again, so that
 * none is missing or duplicated, however many workers issue (B50). The count is computed under the lock, when other
 * workers' invoices are visible.
 */
export async function reserveInvoiceNumbers(
  trx: Knex,
  series: string,
  howMany: () => Promise<number>,
): Promise<number | null> {
  // An update locks as `for update` does, and answers the number after those of others that have committed meanwhile.
  const [row]: { last_sequence: number }[] = await trx("billing_invoice_series")
    .insert({ series })
    .onConflict("series")
    .merge({ series })
    .returning("last_sequence")
  const count = await howMany()
  if (!row || count === 0) {
    return null
  }
  await trx("billing_invoice_series")
    .where({ series })
    .update({ last_sequence: row.last_sequence + count, updated_at: trx.fn.now() })
  return row.last_sequence + 1
}

/** An order's own invoice, if it has one; those of lines that an edit added are `invoicesOfOrder`. */
export async function findInvoice(knex: Knex, orderId: string): Promise<{ id: string; total: Decimal } | undefined> {
  return knex("billing_invoice")
    .where({ order_id: orderId, kind: "invoice" })
    .whereNull("change_id")
    .first("id", "total")
}

export interface InvoiceToSettle {
  id: string
  total: Decimal
  issued_total: Decimal | null
  status: InvoicePaymentStatus
  refunded_total: Decimal
}

/** An order's invoice with its payment state, which is locked. */
export async function lockInvoiceOfOrder(trx: Knex, orderId: string): Promise<InvoiceToSettle | undefined> {
  return trx("billing_invoice as i")
    .join("billing_invoice_payment as p", "p.invoice_id", "i.id")
    .where({ "i.order_id": orderId, "i.kind": "invoice" })
    .whereNull("p.deleted_at")
    .forUpdate("p")
    .first(
      "i.id",
      "i.total",
      trx.raw("i.document -> 'order' ->> 'total' as issued_total"),
      "p.status",
      "p.refunded_total",
    )
}

/** Voids invoices, paid ones too: their orders were canceled. */
export async function markInvoicesVoid(trx: Knex, ids: string[]): Promise<void> {
  if (ids.length) {
    await trx("billing_invoice_payment")
      .whereIn("invoice_id", ids)
      .whereNot("status", "void")
      .update({ status: "void", updated_at: trx.fn.now() })
  }
}

/** Writes how much of an invoice was given back. */
export async function recordRefundedTotal(trx: Knex, id: string, total: Decimal): Promise<void> {
  await trx("billing_invoice_payment")
    .where("invoice_id", id)
    .update({ ...amountColumns("refunded_total", total), updated_at: trx.fn.now() })
}

/** Writes issued invoices with their payment state: paid where nothing is due, open otherwise. */
export async function insertInvoices(trx: Knex, invoices: NewInvoice[], paid: Set<string>): Promise<void> {
  await insertRows(trx, { table: "billing_invoice", rows: invoices.map(toInvoiceRow), chunk: CHUNK })
  await insertRows(trx, {
    table: "billing_invoice_payment",
    chunk: CHUNK,
    rows: invoices.map((invoice) => ({
      invoice_id: invoice.id,
      status: paid.has(invoice.id) ? "paid" : "open",
      ...amountColumns("paid_total", paid.has(invoice.id) ? invoice.total : "0"),
      paid_on: paid.has(invoice.id) ? invoice.issued_on : null,
    })),
  })
}

function toInvoiceRow({ subtotal, tax_total, total, document, ...columns }: NewInvoice): Record<string, unknown> {
  return {
    ...columns,
    ...amountColumns("subtotal", subtotal),
    ...amountColumns("tax_total", tax_total),
    ...amountColumns("total", total),
    document: JSON.stringify(document),
  }
}

/** Marks invoices as paid; one that is paid already stays as it is. Returns those that changed. */
export async function markInvoicesPaid(trx: Knex, ids: string[], paidOn: CivilDate): Promise<Set<string>> {
  if (!ids.length) {
    return new Set()
  }
  const { rows } = await trx.raw<{ rows: { invoice_id: string }[] }>(
    `update billing_invoice_payment p
     set status = 'paid', paid_total = i.total, raw_paid_total = i.raw_total, paid_on = ?, updated_at = now()
     from billing_invoice i
     where i.id = p.invoice_id and p.invoice_id = any(?) and p.status in ('open', 'uncollectible')
     returning p.invoice_id`,
    [paidOn, ids],
  )
  return new Set(rows.map((row) => row.invoice_id))
}
