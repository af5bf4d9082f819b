import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { CivilDate } from "../../../../rules/calendar"
import type { Decimal } from "../../../../rules/money"
import { SHARED_RENEWALS } from "../renewals/renewal-groups"

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
    `select i.subscription_id, count(*)::int as count, (count(*) filter (where p.due_on < :asOf))::int as overdue
     from (select subscription_id, id from billing_invoice
         where subscription_id = any(:subscriptionIds) and deleted_at is null
       union all select subscription_id, invoice_id from (${SHARED_RENEWALS}) shared) i
     join billing_invoice_payment p on p.invoice_id = i.id and p.status in ('open', 'partly_paid')
     group by i.subscription_id`,
    { asOf, subscriptionIds: ids },
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

/** What is summed of the open invoices `o`. */
const OWED_SUMS = `o.currency_code, count(*)::int as count, sum(o.open_total)::text as total,
  (count(*) filter (where o.due_on < :asOf))::int as overdue,
  coalesce(sum(o.open_total) filter (where o.due_on < :asOf), 0)::text as overdue_total`

/** What customers owe, by currency. Found by the payment state: what is paid is not read. */
export async function openInvoiceSums(knex: Knex, asOf: CivilDate): Promise<OpenInvoiceSum[]> {
  const { rows } = await knex.raw<{ rows: OpenInvoiceSum[] }>(
    `select ${OWED_SUMS} from (
       select i.currency_code, p.open_total, p.due_on
       from billing_invoice_payment p join billing_invoice i on i.id = p.invoice_id
       where p.status in ('open', 'partly_paid') and p.deleted_at is null) o
     group by o.currency_code order by o.currency_code`,
    { asOf },
  )
  return rows
}

/** What one customer owes, by currency. Found by the customer's invoices. */
export async function openInvoiceSumsOf(knex: Knex, customerId: string, asOf: CivilDate): Promise<OpenInvoiceSum[]> {
  const { rows } = await knex.raw<{ rows: OpenInvoiceSum[] }>(
    `select ${OWED_SUMS} from (
       select i.currency_code, x.open_total, x.due_on
       from billing_invoice i cross join lateral (
         select p.open_total, p.due_on from billing_invoice_payment p
         where p.invoice_id = i.id and p.status in ('open', 'partly_paid') and p.deleted_at is null offset 0) x
       where i.customer_id = :customerId and i.deleted_at is null) o
     group by o.currency_code order by o.currency_code`,
    { asOf, customerId },
  )
  return rows
}
