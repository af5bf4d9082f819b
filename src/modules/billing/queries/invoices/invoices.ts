import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import {
  invoiceAccount,
  type InvoicePaymentStatus,
  type NewInvoiceEntry,
  type NumberedInvoice,
} from "../../../../rules/billing"
import type { Decimal } from "../../../../rules/money"
import { amountColumns } from "../../../core"
import { recordInvoiceEntries } from "../accounts/invoice-entries"

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
  await trx("billing_invoice_series").insert({ series }).onConflict("series").ignore()
  const row = await trx("billing_invoice_series")
    .where({ series })
    .forUpdate()
    .first<{ last_sequence: number } | undefined>("last_sequence")
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
      .update({ status: "void", ...amountColumns("open_total", "0"), updated_at: trx.fn.now() })
  }
}

/** Writes issued invoices with their accounts: what there is to pay is open, and `entries` say what was paid already. */
export async function insertInvoices(
  trx: Knex,
  invoices: NewInvoice[],
  entries: readonly NewInvoiceEntry[] = [],
): Promise<void> {
  await trx.batchInsert("billing_invoice", invoices.map(toInvoiceRow), CHUNK)
  await trx.batchInsert("billing_invoice_payment", invoices.map(toAccountRow), CHUNK)
  await recordInvoiceEntries(trx, entries)
}

function toAccountRow({ id, total, due_on, issued_on }: NewInvoice): Record<string, unknown> {
  const { status } = invoiceAccount(total, [])
  return {
    invoice_id: id,
    status,
    due_on,
    ...amountColumns("invoice_total", total),
    ...amountColumns("open_total", total),
    ...amountColumns("paid_total", "0"),
    paid_on: status === "paid" ? issued_on : null,
  }
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
