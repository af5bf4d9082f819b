import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** What has happened since an instant, by what it happened to. */
export interface ReminderNews {
  invoiceIds: string[]
  renewalIds: string[]
  subscriptionIds: string[]
}

interface News {
  kind: keyof ReminderNews
  id: string
}

/** Invoices issued or paid, payments taken back, charges declined or waiting for the customer, subscriptions stopped, new prices. By partial indexes. */
export async function reminderNews(knex: Knex, since: string): Promise<ReminderNews> {
  const { rows } = await knex.raw<{ rows: News[] }>(
    `select 'invoiceIds' as kind, id from billing_invoice where created_at >= :since and deleted_at is null
     union
     select 'invoiceIds', invoice_id from billing_invoice_payment
     where updated_at >= :since and paid_on is not null and deleted_at is null
     union
     select 'invoiceIds', own.id from billing_payment_return b
       cross join lateral (select i.id from billing_invoice i where i.order_id = b.order_id and i.kind = 'invoice'
         and i.deleted_at is null offset 0) as own
     where b.created_at >= :since and b.reinstated_on is null and b.deleted_at is null
     union
     select 'renewalIds', renewal_id from billing_charge_attempt
     where updated_at >= :since and status in ('soft_declined', 'hard_declined', 'requires_action') and deleted_at is null
     union
     select 'subscriptionIds', id from billing_subscription
     where updated_at >= :since and status in ('suspended', 'canceled') and deleted_at is null
     union
     select 'subscriptionIds', subscription_id from billing_price_change
     where updated_at >= :since and status in ('announced', 'asked') and deleted_at is null`,
    { since },
  )
  const of = (kind: keyof ReminderNews): string[] => rows.filter((row) => row.kind === kind).map(({ id }) => id)
  return { invoiceIds: of("invoiceIds"), renewalIds: of("renewalIds"), subscriptionIds: of("subscriptionIds") }
}
