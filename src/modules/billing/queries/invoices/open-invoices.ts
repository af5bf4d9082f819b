import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { CivilDate } from "../../../../rules/calendar"
import type { Decimal } from "../../../../rules/money"

/** How many invoices of a subscription wait to be paid, and how many of them are past their due date. */
export interface OpenInvoices {
  count: number
  overdue: number
}

/** The open invoices of these subscriptions' renewals; one without any has no entry. */
export async function openInvoicesOf(knex: Knex, ids: string[], asOf: CivilDate): Promise<Map<string, OpenInvoices>> {
  if (!ids.length) {
    return new Map()
  }
  const { rows } = await knex.raw<{ rows: { subscription_id: string; count: number; overdue: number }[] }>(
    `select i.subscription_id, count(*)::int as count, (count(*) filter (where p.due_on < ?))::int as overdue
     from billing_invoice i
     join billing_invoice_payment p on p.invoice_id = i.id and p.status in ('open', 'partly_paid')
     where i.subscription_id = any(?) and i.deleted_at is null
     group by i.subscription_id`,
    [asOf, ids],
  )
  return new Map(rows.map(({ subscription_id, count, overdue }) => [subscription_id, { count, overdue }]))
}

/** The open invoices of one currency, and those of them that are past their due date. */
export interface OpenInvoiceSum {
  currency_code: string
  count: number
  total: Decimal
  overdue: number
  overdue_total: Decimal
}

/** What customers owe, or one of them, by currency. Found by the payment state: what is paid is not read. */
export async function openInvoiceSums(knex: Knex, asOf: CivilDate, customerId?: string): Promise<OpenInvoiceSum[]> {
  const { rows } = await knex.raw<{ rows: OpenInvoiceSum[] }>(
    `select i.currency_code, count(*)::int as count, sum(p.open_total)::text as total,
       (count(*) filter (where p.due_on < :asOf))::int as overdue,
       coalesce(sum(p.open_total) filter (where p.due_on < :asOf), 0)::text as overdue_total
     from billing_invoice_payment p
     join billing_invoice i on i.id = p.invoice_id
     where p.status in ('open', 'partly_paid') and p.deleted_at is null
       ${customerId === undefined ? "" : "and i.customer_id = :customerId"}
     group by i.currency_code order by i.currency_code`,
    customerId === undefined ? { asOf } : { asOf, customerId },
  )
  return rows
}
