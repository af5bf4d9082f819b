import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** One of Medusa's confirmed changes of an order, with the lines that it added. */
export interface ConfirmedChange {
  change_type: string
  confirmed_at: Date
  added: string[]
}

/** A confirmed change; null: there is none of this id. */
export async function readConfirmedChange(knex: Knex, changeId: string): Promise<ConfirmedChange | null> {
  const { rows } = await knex.raw<{ rows: ConfirmedChange[] }>(
    `select c.change_type, coalesce(c.confirmed_at, c.created_at) as confirmed_at,
       array(select distinct a.details ->> 'reference_id' from order_change_action a
         where a.order_change_id = c.id and a.action = 'ITEM_ADD' and a.deleted_at is null
           and a.details ->> 'reference_id' is not null) as added
     from order_change c where c.id = ? and c.status = 'confirmed' and c.deleted_at is null`,
    [changeId],
  )
  return rows[0] ?? null
}

/** Whether an order has been given to another customer since it was placed. */
export async function wasTransferred(knex: Knex, orderId: string): Promise<boolean> {
  const row = await knex("order_change")
    .where({ order_id: orderId, change_type: "transfer", status: "confirmed" })
    .whereNull("deleted_at")
    .first<{ id: string } | undefined>("id")
  return row !== undefined
}

/** What claims replace: the sale goes on, so they neither sell nor give back. */
export interface ClaimedUnits {
  /** Units of each line that came back for a claim. */
  returned: ReadonlyMap<string, number>
}

export async function readClaimedUnits(knex: Knex, orderId: string): Promise<ClaimedUnits> {
  const { rows } = await knex.raw<{ rows: { item_id: string; units: string }[] }>(
    `select i.item_id, sum(i.received_quantity)::text as units from "return" r
       join return_item i on i.return_id = r.id and i.deleted_at is null
     where r.order_id = ? and r.claim_id is not null and r.deleted_at is null group by i.item_id`,
    [orderId],
  )
  return { returned: new Map(rows.map(({ item_id, units }) => [item_id, Number(units)])) }
}

/** Lines of an order that have a subscription, ended ones included. */
export async function linesWithSubscription(knex: Knex, orderId: string): Promise<string[]> {
  return knex("billing_subscription as s")
    .join("billing_subscription_item as i", "i.subscription_id", "s.id")
    .where("s.order_id", orderId)
    .whereNotNull("i.order_line_id")
    .whereNull("s.deleted_at")
    .whereNull("i.deleted_at")
    .pluck("i.order_line_id")
}

/** The orders among these that have an invoice. */
export async function ordersWithInvoice(knex: Knex, orderIds: string[]): Promise<string[]> {
  return knex("billing_invoice")
    .whereIn("order_id", orderIds)
    .whereNull("deleted_at")
    .distinct("order_id")
    .pluck("order_id")
}
