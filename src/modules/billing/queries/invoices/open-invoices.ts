import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { CivilDate } from "../../../../rules/calendar"

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
    `select s.id as subscription_id, o.count, o.overdue
     from unnest(?::text[]) as s(id)
     cross join lateral (
       select count(*)::int as count, (count(*) filter (where i.due_on < ?))::int as overdue
       from billing_invoice i
       join billing_invoice_payment p on p.invoice_id = i.id and p.status = 'open'
       where i.subscription_id = s.id and i.kind = 'invoice' and i.deleted_at is null
     ) o
     where o.count > 0`,
    [ids, asOf],
  )
  return new Map(rows.map(({ subscription_id, count, overdue }) => [subscription_id, { count, overdue }]))
}
