import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { OWED_STATUSES, type InvoiceStatus } from "../../../../rules/billing"
import type { CivilDate } from "../../../../rules/calendar"

export interface InvoiceFilters {
  /** A number, whole, or its sequence. */
  q?: string
  order_id?: string
  subscription_id?: string
  customer_id?: string
  /** Payment states; `overdue` is an open one past its due date. */
  payment?: InvoiceStatus[]
}

export interface InvoicePage {
  asOf: CivilDate
  limit: number
  offset: number
}

/** Ids of one page of invoices, the latest first, and how many there are in all. */
export async function listInvoiceIds(
  knex: Knex,
  filters: InvoiceFilters,
  { asOf, limit, offset }: InvoicePage,
): Promise<{ ids: string[]; count: number }> {
  const matching = knex("billing_invoice as i").whereNull("i.deleted_at").where(matches(filters))
  if (filters.payment?.length) {
    void matching
      .join("billing_invoice_payment as p", "p.invoice_id", "i.id")
      .where(paidAs(filters.payment, asOf))
      .whereNull("p.deleted_at")
  }
  const [counted] = await matching.clone().count<{ count: string }[]>("i.id as count")
  const rows: { id: string }[] = await matching
    .clone()
    .select("i.id")
    .orderBy([
      { column: "i.sequence", order: "desc" },
      { column: "i.id", order: "desc" },
    ])
    .limit(limit)
    .offset(offset)
  return { ids: rows.map(({ id }) => id), count: Number(counted?.count ?? 0) }
}

/** Sequences that fit the column. */
const SEQUENCE = /^\d{1,9}$/

const matches =
  ({ q, order_id, subscription_id, customer_id }: InvoiceFilters) =>
  (where: Knex.QueryBuilder): void => {
    for (const [column, value] of Object.entries({ order_id, subscription_id, customer_id })) {
      if (value) {
        void where.where(`i.${column}`, value)
      }
    }
    if (q) {
      void where.where((found) => {
        void found.where("i.number", q).orWhere("i.number", q.toUpperCase())
        if (SEQUENCE.test(q)) {
          void found.orWhere("i.sequence", Number(q))
        }
      })
    }
  }

const paidAs =
  (states: InvoiceStatus[], asOf: CivilDate) =>
  (where: Knex.QueryBuilder): void => {
    const stored = states.filter((state) => state !== "overdue")
    if (stored.length) {
      void where.whereIn("p.status", stored)
    }
    if (states.includes("overdue")) {
      void where.orWhere((late) => late.whereIn("p.status", [...OWED_STATUSES]).where("p.due_on", "<", asOf))
    }
  }
