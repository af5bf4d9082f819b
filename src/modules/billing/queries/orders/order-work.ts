import type { Knex } from "@medusajs/framework/mikro-orm/knex"

export interface OrderToRecord {
  id: string
  /** An order without a cart was a draft; its last update was the conversion. */
  ordered_at: Date
}

/**
 * The orders among these that billing has not recorded: no draft, not cancelled, no renewal's, and without an invoice.
 * The invoice is created last, so an order with one is complete. A renewal's order is recognised by its derived id.
 */
export async function ordersToRecord(knex: Knex, orderIds: string[]): Promise<OrderToRecord[]> {
  const { rows } = await knex.raw<{ rows: OrderToRecord[] }>(
    `select o.id, case when exists (select 1 from order_cart l where l.order_id = o.id and l.deleted_at is null)
       then o.created_at else o.updated_at end as ordered_at
     from "order" o
     where o.id = any(?) and o.deleted_at is null and not o.is_draft_order and o.status not in ('draft', 'canceled')
       and o.id not in (select i.order_id from billing_invoice i where i.order_id = any(?) and i.kind = 'invoice')
       and o.id not in (select 'order_' || substr(r.id, 6) from billing_renewal r where r.id = any(?))`,
    [orderIds, orderIds, orderIds.map((id) => id.replace(/^order_/, "bren_"))],
  )
  return rows
}

/** Whether a line of an order is of a billing cycle's variant. It is a function of the database, which keeps its plan. */
export async function orderHasCycles(knex: Knex, orderId: string): Promise<boolean> {
  const { rows } = await knex.raw<{ rows: { has_cycles: boolean }[] }>(
    "select billing_has_cycles(?::text) as has_cycles",
    [orderId],
  )
  return rows[0]?.has_cycles ?? false
}

/** The orders among these that an authorisation affects: a subscription waits for it. An invoice waits for the capture. */
export async function ordersAwaitingAuthorization(knex: Knex, orderIds: string[]): Promise<string[]> {
  return knex("billing_subscription")
    .whereIn("order_id", orderIds)
    .where("status", "pending")
    .whereNull("deleted_at")
    .distinct("order_id")
    .pluck("order_id")
}

/** The orders among these that a payment affects: a pending subscription, or an invoice that is not settled, or was written off. */
export async function ordersAwaitingPayment(knex: Knex, orderIds: string[]): Promise<string[]> {
  const { rows } = await knex.raw<{ rows: { id: string }[] }>(
    `select s.order_id as id from billing_subscription s
     where s.order_id = any(?) and s.status = 'pending' and s.deleted_at is null
     union
     select i.order_id from billing_invoice i
       join billing_invoice_payment ip on ip.invoice_id = i.id and ip.status in ('open', 'partly_paid', 'written_off') and ip.deleted_at is null
     where i.order_id = any(?) and i.kind = 'invoice'`,
    [orderIds, orderIds],
  )
  return rows.map(({ id }) => id)
}

/**
 * The orders among these of which something else was captured than their invoices' accounts say: paid twice, say. What
 * rounding explains is left out.
 */
export async function ordersWithOtherReceipts(knex: Knex, orderIds: string[]): Promise<string[]> {
  const { rows } = await knex.raw<{ rows: { id: string }[] }>(
    `select x.id from (
       select i.order_id as id, sum(p.paid_total) as paid
       from billing_invoice i join billing_invoice_payment p on p.invoice_id = i.id and p.deleted_at is null
       where i.order_id = any(?) and i.deleted_at is null group by i.order_id) x
     where abs(x.paid - (select coalesce(sum(c.captured_amount), 0) from order_payment_collection l
         join payment_collection c on c.id = l.payment_collection_id and c.deleted_at is null
         where l.order_id = x.id and l.deleted_at is null)) >= 0.02`,
    [orderIds],
  )
  return rows.map(({ id }) => id)
}

/** The orders among these of renewals that a billing run collects; the run settles their payment. */
export async function ordersOfRenewalsToCollect(knex: Knex, orderIds: string[]): Promise<string[]> {
  return knex("billing_renewal")
    .whereIn("order_id", orderIds)
    .whereNull("billed_with")
    .where("status", "issued")
    .whereNotNull("collect_on")
    .whereNull("deleted_at")
    .pluck("order_id")
}

/** The orders among these with running subscriptions, which a cancellation or a refund may end. */
export async function ordersWithRunningSubscriptions(knex: Knex, orderIds: string[]): Promise<string[]> {
  return knex("billing_subscription")
    .whereIn("order_id", orderIds)
    .whereNotIn("status", ["canceled", "expired"])
    .whereNull("deleted_at")
    .distinct("order_id")
    .pluck("order_id")
}

/** Ids of an order's subscriptions, those that were split off included; `live`: without those that have ended. */
export async function subscriptionsOfOrder(
  knex: Knex,
  orderId: string,
  { live }: { live: boolean },
): Promise<string[]> {
  const all = knex("billing_subscription").where({ order_id: orderId }).whereNull("deleted_at")
  return (live ? all.whereNotIn("status", ["canceled", "expired"]) : all).orderBy("id").pluck("id")
}
