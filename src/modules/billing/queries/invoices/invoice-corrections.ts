import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { CivilDate } from "../../../../rules/calendar"
import type { Decimal } from "../../../../rules/money"
import { amountColumns } from "../../../core"

export interface InvoiceOfOrder {
  id: string
  total: Decimal
  renewal_id: string | null
  change_id: string | null
  created_at: Date
}

export interface OrderInvoices {
  /** Its own one first. */
  invoices: InvoiceOfOrder[]
  corrections: Decimal[]
}

/** All invoices of an order, and what they were corrected by. */
export async function readOrderInvoices(knex: Knex, orderId: string): Promise<OrderInvoices> {
  const invoices: InvoiceOfOrder[] = await knex("billing_invoice")
    .where({ order_id: orderId, kind: "invoice" })
    .whereNull("deleted_at")
    .orderBy("sequence")
    .select("id", "total", "renewal_id", "change_id", "created_at")
  const corrections: Decimal[] = await knex("billing_invoice_correction")
    .where({ order_id: orderId })
    .whereNull("deleted_at")
    .pluck("amount")
  return { invoices, corrections }
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
