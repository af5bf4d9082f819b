import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { InvoiceDocument, InvoiceKind, InvoicePaymentStatus } from "../../../../rules/billing"
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

export interface InvoiceRecord {
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
  due_on: CivilDate
  currency_code: string
  subtotal: Decimal
  tax_total: Decimal
  total: Decimal
  document: InvoiceDocument
  created_at: Date
  payment: {
    status: InvoicePaymentStatus
    paid_total: Decimal
    refunded_total: Decimal
    paid_on: CivilDate | null
  } | null
  corrections: InvoiceCorrectionRecord[]
}

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
  "document",
  "created_at",
] as const satisfies readonly (keyof InvoiceRecord)[]

/**
 * Invoices, in the order of the ids, with their payment state and corrections, which are kept apart. Amounts are exact,
 * as the columns have them. An unknown id is left out.
 */
export async function readInvoices(knex: Knex, ids: string[]): Promise<InvoiceRecord[]> {
  if (!ids.length) {
    return []
  }
  const [invoices, payments, corrections] = await Promise.all([
    knex("billing_invoice")
      .select<Omit<InvoiceRecord, "payment" | "corrections">[]>(COLUMNS)
      .whereIn("id", ids)
      .whereNull("deleted_at"),
    knex("billing_invoice_payment")
      .select<(NonNullable<InvoiceRecord["payment"]> & { invoice_id: string })[]>(
        "invoice_id",
        "status",
        "paid_total",
        "refunded_total",
        "paid_on",
      )
      .whereIn("invoice_id", ids)
      .whereNull("deleted_at"),
    correctionsOfInvoices(knex, ids),
  ])
  const byId = new Map(invoices.map((invoice) => [invoice.id, invoice]))
  const paymentOf = new Map(payments.map(({ invoice_id, ...payment }) => [invoice_id, payment]))
  return ids.flatMap((id) => {
    const invoice = byId.get(id)
    return invoice ? [{ ...invoice, payment: paymentOf.get(id) ?? null, corrections: corrections.get(id) ?? [] }] : []
  })
}

/** What invoices have to be corrected by, by invoice; found by the order, as their index is. */
export async function correctionsOfInvoices(
  knex: Knex,
  invoiceIds: string[],
): Promise<Map<string, InvoiceCorrectionRecord[]>> {
  const rows: (InvoiceCorrectionRecord & { invoice_id: string })[] = await knex("billing_invoice_correction")
    .select("id", "invoice_id", "cause", "as_of", "currency_code", "amount", "document_id")
    .whereIn("order_id", (orders: Knex.QueryBuilder) =>
      orders.from("billing_invoice").select("order_id").whereIn("id", invoiceIds),
    )
    .whereIn("invoice_id", invoiceIds)
    .whereNull("deleted_at")
    .orderBy(["created_at", "id"])
  const byInvoice = new Map<string, InvoiceCorrectionRecord[]>()
  for (const { invoice_id, ...correction } of rows) {
    byInvoice.set(invoice_id, [...(byInvoice.get(invoice_id) ?? []), correction])
  }
  return byInvoice
}
