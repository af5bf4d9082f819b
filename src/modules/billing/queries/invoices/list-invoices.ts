import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { OWED_STATUSES, type InvoiceKind, type InvoiceStatus } from "../../../../rules/billing"
import type { CivilDate } from "../../../../rules/calendar"
import type { Decimal } from "../../../../rules/money"
import { SHARED_RENEWALS } from "../renewals/renewal-groups"

export interface InvoiceFilters {
  /** A number, whole, or its sequence. */
  q?: string
  kind?: InvoiceKind[]
  order_id?: string
  subscription_id?: string
  customer_id?: string
  currency_code?: string[]
  issued_from?: CivilDate
  issued_to?: CivilDate
  due_from?: CivilDate
  due_to?: CivilDate
  /** States of the account; `overdue` is an owed one past its due date. */
  payment?: InvoiceStatus[]
}

export interface InvoicePage {
  asOf: CivilDate
  limit: number
  offset: number
}

/** What a list counts at most: beyond it, it is "more than". */
export const MOST_COUNTED = 1000
/** What sums are of at most. */
export const MOST_SUMMED = 100_000

/**
 * Ids of one page of invoices, the latest first, and how many there are, counted up to a limit: neither reads the whole
 * table, however many there are.
 */
export async function listInvoiceIds(
  knex: Knex,
  filters: InvoiceFilters,
  { asOf, limit, offset }: InvoicePage,
): Promise<{ ids: string[]; count: number }> {
  const { matching, listed } = matchingInvoices(knex, filters, asOf)
  const most = Math.max(MOST_COUNTED, offset + limit) + 1
  const [counted] = await knex
    .from(matching.clone().select(knex.raw("1")).limit(most).as("found"))
    .count<{ count: string }[]>("* as count")
  const rows: { id: string }[] = await matching
    .clone()
    .select("i.id")
    .orderBy(
      [`${listed}.issued_on`, `${listed}.sequence`, listed === "p" ? "p.invoice_id" : "i.id"].map((column) => ({
        column,
        order: "desc",
      })),
    )
    .limit(limit)
    .offset(offset)
  return { ids: rows.map(({ id }) => id), count: Number(counted?.count ?? 0) }
}

/** What the invoices of one currency come to. */
export interface InvoiceSum {
  currency_code: string
  count: number
  /** Invoices less credit notes. */
  total: Decimal
  open_total: Decimal
  overdue_total: Decimal
}

/** The sums of what is filtered, by currency; null where it is more than can be added up at once. */
export async function sumInvoices(knex: Knex, filters: InvoiceFilters, asOf: CivilDate): Promise<InvoiceSum[] | null> {
  const { matching, listed } = matchingInvoices(knex, filters, asOf)
  const found = matching.select("i.id", "i.kind", "i.currency_code", "i.total").limit(MOST_SUMMED + 1)
  if (listed === "i") {
    void found.orderBy([{ column: "i.issued_on", order: "desc" }])
  }
  const { rows } = await knex.raw<{ rows: InvoiceSum[] }>(
    `select f.currency_code, count(*)::int as count,
       sum(case f.kind when 'invoice' then f.total else -f.total end)::text as total,
       coalesce(sum(o.open_total), 0)::text as open_total,
       coalesce(sum(o.open_total) filter (where o.due_on < ?), 0)::text as overdue_total
     from (?) f left join lateral (select p.open_total, p.due_on from billing_invoice_payment p
       where p.invoice_id = f.id and p.status in ('open', 'partly_paid') and p.deleted_at is null) o on true
     group by f.currency_code order by f.currency_code`,
    [asOf, found],
  )
  return rows.reduce((all, { count }) => all + count, 0) > MOST_SUMMED ? null : rows
}

/** The statement without its columns, and the table by whose index it is listed. */
function matchingInvoices(
  knex: Knex,
  filters: InvoiceFilters,
  asOf: CivilDate,
): { matching: Knex.QueryBuilder; listed: "i" | "p" } {
  const matching = knex("billing_invoice as i").whereNull("i.deleted_at").where(matches(filters))
  if (!filters.payment?.length) {
    return { matching, listed: "i" }
  }
  void matching
    .join("billing_invoice_payment as p", "p.invoice_id", "i.id")
    .where(paidAs(filters.payment, asOf))
    .whereNull("p.deleted_at")
  // Most invoices are paid: among several states they are found fastest in the order of all.
  const isMost = filters.payment.includes("paid") && filters.payment.length > 1
  if (isMost) {
    return { matching, listed: "i" }
  }
  if (filters.issued_from) {
    void matching.where("p.issued_on", ">=", filters.issued_from)
  }
  if (filters.issued_to) {
    void matching.where("p.issued_on", "<=", filters.issued_to)
  }
  return { matching, listed: "p" }
}

/** Sequences that fit the column. */
const SEQUENCE = /^\d{1,9}$/

/** Of a subscription: its own, and those of orders that it shares with others. By index. */
const INVOICES_OF = `
  select own.id from billing_invoice own where own.subscription_id = any(:subscriptionIds) and own.deleted_at is null
  union all
  select x.id from (${SHARED_RENEWALS}) shared join billing_invoice x on x.order_id = shared.order_id`

const matches =
  (filters: InvoiceFilters) =>
  (where: Knex.QueryBuilder): void => {
    const { q, kind, order_id, subscription_id, customer_id, currency_code } = filters
    for (const [column, values] of Object.entries({ kind, currency_code })) {
      if (values?.length) {
        void where.whereIn(`i.${column}`, values)
      }
    }
    if (subscription_id) {
      void where.whereRaw(`i.id = any(array(${INVOICES_OF}))`, { subscriptionIds: [subscription_id] })
    }
    for (const [column, value] of Object.entries({ order_id, customer_id })) {
      if (value) {
        void where.where(`i.${column}`, value)
      }
    }
    const { issued_from, issued_to, due_from, due_to } = filters
    for (const [column, sign, value] of [
      ["issued_on", ">=", issued_from],
      ["issued_on", "<=", issued_to],
      ["due_on", ">=", due_from],
      ["due_on", "<=", due_to],
    ] as const) {
      if (value) {
        void where.where(`i.${column}`, sign, value)
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
