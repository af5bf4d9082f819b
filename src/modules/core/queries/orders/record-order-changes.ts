import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { OrderChangeKind } from "../../order-changes"
import { ORDER_SWEEP } from "./find-new-order-rows"

/** A room hears these of an order's changes. */
export interface OrderListener {
  room: string
  kinds: readonly OrderChangeKind[]
}

export interface OrdersToRecord {
  orderIds: string[]
  /** What an event says; null: the sweep asks. */
  said: OrderChangeKind | null
  listeners: readonly OrderListener[]
}

/** Medusa's types of confirmed changes, and what rooms hear them as. */
export const CHANGE_TYPES = `(select * from (values ('update_order', 'updated'), ('edit', 'edited'),
  ('transfer', 'transferred'), ('credit_line', 'credited'), ('return_request', 'return_requested'),
  ('return_receive', 'returned'), ('claim', 'claimed'), ('exchange', 'exchanged')) t (change_type, kind))`

/** Medusa writes a movement of money first, and counts it in its payment collection a moment later. */
const isCounted = (at: string): string => `(p.counted_at >= ${at} or ${at} < now() - interval '1 minute')`

/**
 * All that has happened to some orders, each with Medusa's own record of it. Medusa's tables are read by the orders' ids
 * alone, each by index.
 */
const CHANGES = `
  orders as materialized (
    select id, status, is_draft_order, created_at, canceled_at from "order" where id = any(?) and deleted_at is null),
  payments as materialized (
    select l.order_id, p.id, p.created_at, pc.updated_at as counted_at from order_payment_collection l
      join payment_collection pc on pc.id = l.payment_collection_id
      join payment p on p.payment_collection_id = l.payment_collection_id and p.deleted_at is null
    where l.order_id in (select id from orders) and l.deleted_at is null),
  parcels as materialized (
    select l.order_id, f.* from order_fulfillment l join fulfillment f on f.id = l.fulfillment_id and f.deleted_at is null
    where l.order_id in (select id from orders) and l.deleted_at is null),
  happened (order_id, kind, source_id, at) as (
    select id, 'placed', id, created_at from orders where not is_draft_order and status <> 'draft'
    union all
    select order_id, 'authorized', id, created_at from payments p
      where ${isCounted("p.created_at")}
        and not exists (select 1 from capture c where c.payment_id = p.id and c.deleted_at is null)
    union all
    select p.order_id, 'paid', c.id, c.created_at from payments p
      join capture c on c.payment_id = p.id and c.deleted_at is null
      where ${isCounted("c.created_at")}
    union all
    select t.order_id, case when t.amount > 0 then 'paid' else 'refunded' end, t.id, t.created_at
      from order_transaction t
      where t.order_id in (select id from orders) and t.deleted_at is null
        and coalesce(t.reference, '') not in ('capture', 'refund')
    union all
    select c.order_id, k.kind, c.id, coalesce(c.confirmed_at, c.created_at) from order_change c
      join ${CHANGE_TYPES} k on k.change_type = c.change_type
      where c.order_id in (select id from orders) and c.status = 'confirmed' and c.deleted_at is null
    union all
    select order_id, 'fulfilled', id, created_at from parcels
    union all
    select order_id, 'shipped', id, shipped_at from parcels where shipped_at is not null
    union all
    select order_id, 'delivered', id, delivered_at from parcels where delivered_at is not null
    union all
    select order_id, 'fulfillment_canceled', id, canceled_at from parcels where canceled_at is not null
    union all
    select p.order_id, 'refunded', r.id, r.created_at from payments p
      join refund r on r.payment_id = p.id and r.deleted_at is null
      where ${isCounted("r.created_at")}
    union all
    select id, 'completed', id, created_at from orders
      where status in ('completed', 'archived') and canceled_at is null and not is_draft_order
    union all
    select id, 'canceled', id, canceled_at from orders where canceled_at is not null
    union all
    select id, 'archived', id, created_at from orders where status = 'archived')`

/** An order is committed a little after its id is made; the first sweep asks for those of the last day. */
const SINCE = `coalesce((select created_at from service_core_sweep_cursor where name = '${ORDER_SWEEP}'), now()) - interval '24 hours'`

/**
 * Records what has happened to orders and was not heard of yet, with what each room has to make of it, in one statement.
 * Two that record the same at once write it once. What happened before the installation is nobody's, unless an event
 * says it now.
 */
export async function recordOrderChanges(knex: Knex, { orderIds, said, listeners }: OrdersToRecord): Promise<number> {
  const wanted = listeners.flatMap(({ room, kinds }) => kinds.map((kind) => ({ room, kind })))
  const { rows } = await knex.raw<{ rows: { made: number }[] }>(
    `with ${CHANGES},
     recorded as (
       insert into service_core_order_change (id, order_id, kind, source_id, by_event)
       select h.kind || ':' || h.source_id, h.order_id, h.kind, h.source_id, h.kind = ? from happened h
       where (h.kind = ? or h.at >= ${SINCE})
         and not exists (select 1 from service_core_order_change c where c.id = h.kind || ':' || h.source_id)
       on conflict (id) do nothing
       returning id, order_id, kind),
     tasks as (
       insert into service_core_order_task (id, change_id, room, order_id, due_at)
       select r.id || ':' || w.room, r.id, w.room, r.order_id, now() from recorded r
       join unnest(?::text[], ?::text[]) w (room, kind) on w.kind = r.kind
       on conflict (id) do nothing),
     watched as (
       insert into service_core_open_order (order_id)
       select id from orders where status not in ('canceled', 'archived')
         and not exists (select 1 from service_core_open_order w where w.order_id = orders.id)
       on conflict (order_id) do nothing)
     select count(*)::int as made from recorded`,
    [orderIds, said ?? "", said ?? "", wanted.map(({ room }) => room), wanted.map(({ kind }) => kind)],
  )
  return rows[0]?.made ?? 0
}
