import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import {
  invoiceStatus,
  type InvoiceDocument,
  type InvoiceKind,
  type InvoicePaymentStatus,
  type InvoiceStatus,
} from "../../../../rules/billing"
import type { CivilDate } from "../../../../rules/calendar"
import type { Decimal } from "../../../../rules/money"

export interface InvoiceCorrectionRecord {
  id: string
  cause: string
  as_of: CivilDate
  currency_code: string
  amount: Decimal
  document_id: string | null
}

/** An invoice without its document. */
export interface InvoiceHead {
  id: string
  kind: InvoiceKind
  number: string
  order_id: string
  change_id: string | null
  subscription_id: string | null
  renewal_id: string | null
  customer_id: string | null
  corrects_invoice_id: string | null
  issued_on: CivilDate
  /** As it was issued; the one that counts is the account's. */
  due_on: CivilDate
  currency_code: string
  subtotal: Decimal
  tax_total: Decimal
  total: Decimal
  created_at: Date
  /** How it stands on the date that is asked for; null: a credit note. */
  status: InvoiceStatus | null
  payment: InvoicePaymentRecord | null
  corrections: InvoiceCorrectionRecord[]
}

export interface InvoiceRecord extends InvoiceHead {
  document: InvoiceDocument
}

/** What an invoice's account comes to; a credit note has none. */
export interface InvoicePaymentRecord {
  status: InvoicePaymentStatus
  /** The due date that counts. */
  due_on: CivilDate
  /** Below zero: more was received than it asks for. */
  open_total: Decimal
  paid_total: Decimal
  refunded_total: Decimal
  credited_total: Decimal
  written_off_total: Decimal
  /** Paid from the customer's balance, less what was moved there. */
  balance_total: Decimal
  paid_on: CivilDate | null
}

export const PAYMENT_COLUMNS = [
  "status",
  "due_on",
  "open_total",
  "paid_total",
  "refunded_total",
  "credited_total",
  "written_off_total",
  "balance_total",
  "paid_on",
] as const satisfies readonly (keyof InvoicePaymentRecord)[]

const COLUMNS = [
  "id",
  "kind",
  "number",
  "order_id",
  "change_id",
  "subscription_id",
  "renewal_id",
  "customer_id",
  "corrects_invoice_id",
  "issued_on",
  "due_on",
  "currency_code",
  "subtotal",
  "tax_total",
  "total",
  "created_at",
] as const satisfies readonly (keyof InvoiceHead)[]

/**
 * Invoices, in the order of the ids, with their accounts as they stand on a date and their corrections, which are kept
 * apart; without a date nothing is overdue. Amounts are exact, as the columns have them. An unknown id is left out.
 */
export async function readInvoices(knex: Knex, ids: string[], asOf?: CivilDate): Promise<InvoiceRecord[]> {
  const heads = await readInvoiceHeads(knex, ids, asOf)
  const documents: { id: string; document: InvoiceDocument }[] = heads.length
    ? await knex("billing_invoice").select("id", "document").whereIn("id", ids)
    : []
  const documentOf = new Map(documents.map(({ id, document }) => [id, document]))
  return heads.flatMap((head) => {
    const document = documentOf.get(head.id)
    return document ? [{ ...head, document }] : []
  })
}

/** The same without their documents. */
export async function readInvoiceHeads(knex: Knex, ids: string[], asOf?: CivilDate): Promise<InvoiceHead[]> {
  if (!ids.length) {
    return []
  }
  const [invoices, payments, corrections] = await Promise.all([
    knex("billing_invoice")
      .select<Omit<InvoiceHead, "status" | "payment" | "corrections">[]>(COLUMNS)
      .whereIn("id", ids)
      .whereNull("deleted_at"),
    knex("billing_invoice_payment")
      .select<(InvoicePaymentRecord & { invoice_id: string })[]>("invoice_id", ...PAYMENT_COLUMNS)
      .whereIn("invoice_id", ids)
      .whereNull("deleted_at"),
    correctionsOfInvoices(knex, ids),
  ])
  const byId = new Map(invoices.map((invoice) => [invoice.id, invoice]))
  const paymentOf = new Map(payments.map(({ invoice_id, ...payment }) => [invoice_id, payment]))
  return ids.flatMap((id) => {
    const invoice = byId.get(id)
    const payment = paymentOf.get(id) ?? null
    const status =
      payment && asOf !== undefined
        ? invoiceStatus(payment, { dueOn: payment.due_on, asOf })
        : (payment?.status ?? null)
    return invoice ? [{ ...invoice, status, payment, corrections: corrections.get(id) ?? [] }] : []
  })
}

/** What invoices have to be corrected by, by invoice; found by the order, as their index is. */
export async function correctionsOfInvoices(
  knex: Knex,
  invoiceIds: string[],
): Promise<Map<string, InvoiceCorrectionRecord[]>> {
  const rows: (InvoiceCorrectionRecord & { invoice_id: string })[] = await knex("billing_invoice_correction")
    .select("id", "invoice_id", "cause", "as_of", "currency_code", "amount", "document_id")
    .whereRaw("order_id = any(array(select i.order_id from billing_invoice i where i.id = any(?)))", [invoiceIds])
    .whereIn("invoice_id", invoiceIds)
    .whereNull("deleted_at")
    .orderBy(["created_at", "id"])
  const byInvoice = new Map<string, InvoiceCorrectionRecord[]>()
  for (const { invoice_id, ...correction } of rows) {
    byInvoice.set(invoice_id, [...(byInvoice.get(invoice_id) ?? []), correction])
  }
  return byInvoice
}
