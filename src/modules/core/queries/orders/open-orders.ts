import type { Knex } from "@medusajs/framework/mikro-orm/knex"

const TABLE = "service_core_open_order"

/**
 * Medusa's types of confirmed changes, and the kind of each. A canceled exchange, claim or return is a change without a type.
 * `service_core_record_order_changes` has the same ones.
 */
const KIND = `(select case c.change_type when 'update_order' then 'updated' when 'edit' then 'edited'
  when 'transfer' then 'transferred' when 'credit_line' then 'credited' when 'return_request' then 'return_requested'
  when 'return_receive' then 'returned' when 'claim' then 'claimed' when 'exchange' then 'exchanged' else case
    when c.change_type is not null then null
    when c.exchange_id is not null then 'exchanged' when c.claim_id is not null then 'claimed'
    when c.return_id is not null then 'return_requested' end end as kind)`

/** The next open orders, by id. */
export async function nextOpenOrders(
  knex: Knex,
  { after, limit }: { after: string; limit: number },
): Promise<string[]> {
  return knex(TABLE).where("order_id", ">", after).orderBy("order_id").limit(limit).pluck("order_id")
}

/** Whether a change is not recorded yet. A scalar subquery, so that PostgreSQL always uses the key. */
const isUnrecorded = (id: string): string => `(select h.id from service_core_order_change h where h.id = ${id}) is null`

/**
 * The orders among these with an unrecorded change that added no row: a status, a date of a fulfilment, or a change
 * that was confirmed long after it was created.
 */
export async function findUnrecordedOrders(knex: Knex, orderIds: string[]): Promise<string[]> {
  const { rows } = await knex.raw<{ rows: { id: string }[] }>(
    `select o.id from "order" o where o.id = any(?) and o.deleted_at is null and (
       (not o.is_draft_order and o.status <> 'draft' and ${isUnrecorded("'placed:' || o.id")})
       or (o.canceled_at is not null and ${isUnrecorded("'canceled:' || o.id")})
       or (o.status in ('completed', 'archived') and ${isUnrecorded("o.status || ':' || o.id")})
       or (select count(*) from order_change c join lateral ${KIND} k on k.kind is not null
           where c.order_id = o.id and c.status = 'confirmed' and c.deleted_at is null
             and ${isUnrecorded("k.kind || ':' || c.id")}) > 0
       or (select count(*) from order_fulfillment l join fulfillment f on f.id = l.fulfillment_id
           where l.order_id = o.id and l.deleted_at is null and (
             (f.shipped_at is not null and ${isUnrecorded("'shipped:' || f.id")})
             or (f.delivered_at is not null and ${isUnrecorded("'delivered:' || f.id")})
             or (f.canceled_at is not null and ${isUnrecorded("'fulfillment_canceled:' || f.id")}))) > 0)
     order by o.id`,
    [orderIds],
  )
  return rows.map(({ id }) => id)
}

/** Closes canceled and archived orders: their later changes add rows, which the sweep finds by key. */
export async function removeClosedOrders(knex: Knex, orderIds: string[]): Promise<void> {
  await knex.raw(
    `with closed as (
       delete from ${TABLE} w where w.order_id = any(?) and not exists (
         select 1 from "order" o
         where o.id = w.order_id and o.deleted_at is null and o.status not in ('canceled', 'archived'))
       returning w.order_id)
     insert into service_core_closed_order (order_id, closed_at) select order_id, now() from closed
     on conflict (order_id) do update set closed_at = now(), pruned_at = null, updated_at = now()`,
    [orderIds],
  )
}
