import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { InvoiceDocument, RemindedService } from "../../../../rules/billing"
import type { CivilDate } from "../../../../rules/calendar"
import type { Decimal } from "../../../../rules/money"
import { SHARED_RENEWALS } from "../renewals/renewal-groups"
import { IS_RETURN_OF } from "./reminder-facts"

/** What a message about an invoice or a credit note says of it. */
export interface InvoiceDetails {
  id: string
  number: string
  issued_on: CivilDate
  due_on: CivilDate
  total: Decimal
  open_total: Decimal
  paid_total: Decimal
  currency_code: string
  subscription_id: string | null
  customer_id: string | null
  document: InvoiceDocument
  /** Of its order's payments, what was taken back and has not come back. */
  returned_total: Decimal
  /** The date of its next charge; null: none is planned. */
  next_try_on: CivilDate | null
}

export async function invoiceDetails(knex: Knex, ids: string[]): Promise<InvoiceDetails[]> {
  if (!ids.length) {
    return []
  }
  return knex("billing_invoice as i")
    .leftJoin("billing_invoice_payment as p", "p.invoice_id", "i.id")
    .select(
      "i.id",
      "i.number",
      "i.issued_on",
      "i.total",
      "i.currency_code",
      "i.subscription_id",
      "i.customer_id",
      "i.document",
      knex.raw("coalesce(p.due_on, i.due_on) as due_on"),
      knex.raw("coalesce(p.open_total, 0) as open_total"),
      // What was given back, or taken back by a bank, was not received.
      knex.raw("(coalesce(p.paid_total, 0) - coalesce(p.refunded_total, 0))::text as paid_total"),
      knex.raw(`(select coalesce(sum(b.amount), 0)::text from billing_payment_return b
        where b.order_id = i.order_id and b.reinstated_on is null and b.deleted_at is null
          and ${IS_RETURN_OF}) as returned_total`),
      knex.raw(`(select r.collect_on from billing_renewal r where r.invoice_id = i.id and r.billed_with is null
        and r.deleted_at is null) as next_try_on`),
    )
    .whereIn("i.id", ids)
    .whereNull("i.deleted_at")
}

/** What these subscriptions are on, without the contents of packages. */
export async function servicesOf(knex: Knex, subscriptionIds: string[]): Promise<Map<string, RemindedService[]>> {
  const rows: (RemindedService & { subscription_id: string })[] = subscriptionIds.length
    ? await knex("billing_subscription_item")
        .select("subscription_id", "title", "quantity")
        .whereIn("subscription_id", subscriptionIds)
        .whereIn("kind", ["product", "package"])
        .whereNull("deleted_at")
        .orderBy("id")
    : []
  const services = new Map<string, RemindedService[]>()
  for (const { subscription_id, title, quantity } of rows) {
    services.set(subscription_id, [...(services.get(subscription_id) ?? []), { title, quantity }])
  }
  return services
}

/** What is owed for a subscription, its first payment that was taken back included, and the invoice that is due first. */
export interface OwedForSubscription {
  subscription_id: string
  open_total: Decimal
  invoice_id: string
}

export async function owedForSubscriptions(knex: Knex, ids: string[]): Promise<OwedForSubscription[]> {
  if (!ids.length) {
    return []
  }
  const { rows } = await knex.raw<{ rows: OwedForSubscription[] }>(
    `select i.subscription_id, sum(o.open_total) as open_total,
       (array_agg(i.id order by o.due_on, i.id))[1] as invoice_id
     from (select subscription_id, id from billing_invoice
         where subscription_id = any(:subscriptionIds) and deleted_at is null
       union all select subscription_id, invoice_id from (${SHARED_RENEWALS}) shared
       union all select s.id, f.id from billing_subscription s cross join lateral (select o.id from billing_invoice o
         where o.order_id = s.order_id and o.kind = 'invoice' and o.change_id is null and o.renewal_id is null
           and o.subscription_id is null and o.deleted_at is null offset 0) f
       where s.id = any(:subscriptionIds) and s.deleted_at is null and exists (select 1 from billing_payment_return b
         where b.order_id = s.order_id and b.reinstated_on is null and b.deleted_at is null)) i
       cross join lateral (select p.open_total, p.due_on from billing_invoice_payment p
       where p.invoice_id = i.id and p.deleted_at is null offset 0) as o
     where o.open_total > 0 group by i.subscription_id`,
    { subscriptionIds: ids },
  )
  return rows
}
