import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** The subscriptions that an invoice is of: by their renewals, or by the order that they were bought with. */
export async function subscriptionsOfInvoice(knex: Knex, invoiceId: string): Promise<string[]> {
  const { rows } = await knex.raw<{ rows: { id: string }[] }>(
    `select r.subscription_id as id from billing_renewal r where r.invoice_id = ? and r.deleted_at is null
     union select s.id from billing_subscription s join billing_invoice i on i.order_id = s.order_id
     where i.id = ? and s.deleted_at is null
     order by id`,
    [invoiceId, invoiceId],
  )
  return rows.map(({ id }) => id)
}
