import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { InvoiceDocument, InvoiceKind } from "../../../../rules/billing"
import type { CivilDate } from "../../../../rules/calendar"
import type { Decimal } from "../../../../rules/money"
import { amountColumns } from "../../../core"

export interface InvoiceOfOrder {
  id: string
  total: Decimal
  renewal_id: string | null
  change_id: string | null
  customer_id: string | null
  subscription_id: string | null
  document: InvoiceDocument
  /** A correction above zero made it. */
  is_further: boolean
  created_at: Date
}

export interface CreditNoteOfOrder {
  id: string
  corrects_invoice_id: string
  document: InvoiceDocument
}

export interface CorrectionOfOrder {
  id: string
  invoice_id: string
  cause: string
  as_of: CivilDate
  amount: Decimal
  document_id: string | null
}

export interface OrderInvoices {
  /** Its own one first. */
  invoices: InvoiceOfOrder[]
  creditNotes: CreditNoteOfOrder[]
  corrections: CorrectionOfOrder[]
}

/** All invoices of an order, its own one first: what tells them apart. */
export async function invoicesOfOrder(
  knex: Knex,
  orderId: string,
): Promise<Pick<InvoiceOfOrder, "id" | "change_id">[]> {
  return knex("billing_invoice")
    .where({ order_id: orderId, kind: "invoice" })
    .whereNull("deleted_at")
    .orderBy("sequence")
    .select("id", "change_id")
}

/** All invoices of an order, what they were corrected by, and the documents that did. */
export async function readOrderInvoices(knex: Knex, orderId: string): Promise<OrderInvoices> {
  const corrections: CorrectionOfOrder[] = await knex("billing_invoice_correction")
    .where({ order_id: orderId })
    .whereNull("deleted_at")
    .orderBy(["created_at", "id"])
    .select("id", "invoice_id", "cause", "as_of", "amount", "document_id")
  const rows: (Omit<InvoiceOfOrder, "is_further"> & { kind: InvoiceKind; corrects_invoice_id: string | null })[] =
    await knex("billing_invoice")
      .where({ order_id: orderId })
      .whereNull("deleted_at")
      .orderBy(["kind", "sequence"])
      .select(
        "id",
        "kind",
        "total",
        "renewal_id",
        "change_id",
        "customer_id",
        "subscription_id",
        "corrects_invoice_id",
        "document",
        "created_at",
      )
  const further = new Set(corrections.map(({ document_id }) => document_id))
  return {
    invoices: rows
      .filter(({ kind }) => kind === "invoice")
      .map(({ kind: _kind, corrects_invoice_id: _corrected, ...one }) => ({ ...one, is_further: further.has(one.id) })),
    creditNotes: rows.flatMap(({ id, corrects_invoice_id, document }) =>
      corrects_invoice_id === null ? [] : [{ id, corrects_invoice_id, document }],
    ),
    corrections,
  }
}

/** Names the document that a correction made. */
export async function nameCorrectingDocument(trx: Knex, id: string, documentId: string): Promise<void> {
  await trx("billing_invoice_correction")
    .where({ id })
    .whereNull("document_id")
    .update({ document_id: documentId, updated_at: trx.fn.now() })
}

/** Orders with corrections that no document has made yet, the oldest first. */
export async function ordersWithWaitingCorrections(
  knex: Knex,
  limit: number,
): Promise<{ order_id: string; cause: string; source_id: string }[]> {
  return knex("billing_invoice_correction")
    .whereNull("document_id")
    .whereNull("deleted_at")
    .orderBy("id")
    .limit(limit)
    .select("order_id", "cause", "source_id")
}

/** Serializes what is decided on an order's invoices, until the transaction ends. */
export async function lockOrderInvoices(trx: Knex, orderId: string): Promise<void> {
  await trx.raw("select pg_advisory_xact_lock(hashtextextended('billing-order-invoices:' || ?::text, 0))", [orderId])
}

export interface NewInvoiceCorrection {
  id: string
  invoice_id: string
  order_id: string
  cause: string
  source_id: string
  as_of: CivilDate
  currency_code: string
  amount: Decimal
}

/** Writes a correction; false where the change has one already. */
export async function insertInvoiceCorrection(trx: Knex, correction: NewInvoiceCorrection): Promise<boolean> {
  const { amount, ...columns } = correction
  const inserted: unknown[] = await trx("billing_invoice_correction")
    .insert({ ...columns, ...amountColumns("amount", amount) })
    .onConflict("id")
    .ignore()
    .returning("id")
  return inserted.length === 1
}
