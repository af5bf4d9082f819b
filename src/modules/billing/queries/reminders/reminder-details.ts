import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { InvoiceDocument, RemindedService } from "../../../../rules/billing"
import type { CivilDate } from "../../../../rules/calendar"
import type { Decimal } from "../../../../rules/money"

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
      knex.raw("coalesce(p.paid_total, 0) as paid_total"),
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

/** What is owed for a subscription, and the invoice that is due first. */
export interface OwedForSubscription {
  subscription_id: string
  open_total: Decimal
  invoice_id: string
}

export async function owedForSubscriptions(knex: Knex, ids: string[]): Promise<OwedForSubscription[]> {
  if (!ids.length) {
    return []
  }
  return knex("billing_invoice as i")
    .join("billing_invoice_payment as p", "p.invoice_id", "i.id")
    .select(
      "i.subscription_id",
      knex.raw("sum(p.open_total) as open_total"),
      knex.raw("(array_agg(i.id order by p.due_on, i.id))[1] as invoice_id"),
    )
    .whereIn("i.subscription_id", ids)
    .whereIn("p.status", ["open", "partly_paid"])
    .whereNull("i.deleted_at")
    .whereNull("p.deleted_at")
    .groupBy("i.subscription_id")
}
