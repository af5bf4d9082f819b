import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { OrderChangeKind } from "../../order-changes"
import { isPruned } from "./prune-orders"
import { ORDER_SWEEP } from "./find-new-order-rows"

/** The kinds of change that a room handles. */
export interface RoomKinds {
  room: string
  kinds: readonly OrderChangeKind[]
}

export interface OrdersToRecord {
  orderIds: string[]
  /** The kind that an event reports; null: called by the sweep. */
  eventKind: OrderChangeKind | null
  rooms: readonly RoomKinds[]
}

/** Medusa's types of confirmed changes, and the kind of each. */
export const CHANGE_TYPES = `(select * from (values ('update_order', 'updated'), ('edit', 'edited'),
  ('transfer', 'transferred'), ('credit_line', 'credited'), ('return_request', 'return_requested'),
  ('return_receive', 'returned'), ('claim', 'claimed'), ('exchange', 'exchanged')) t (change_type, kind))`

/** Medusa writes a capture or refund first, and adds it to its payment collection a moment later. */
const isCounted = (at: string): string => `(p.counted_at >= ${at} or ${at} < now() - interval '1 minute')`

/** All changes of some orders, each with Medusa's record of it. Medusa's tables are read by order id, each by index. */
const CHANGES = `
  orders as materialized (
    select id, status, is_draft_order, created_at, canceled_at from "order" where id = any(?) and deleted_at is null),
  payments as materialized (
    select l.order_id, p.id, p.created_at, pc.updated_at as counted_at from order_payment_collection l
      join payment_collection pc on pc.id = l.payment_collection_id
      join payment p on p.payment_collection_id = l.payment_collection_id and p.deleted_at is null
    where l.order_id in (select id from orders) and l.deleted_at is null),
  fulfillments as materialized (
    select l.order_id, f.* from order_fulfillment l join fulfillment f on f.id = l.fulfillment_id and f.deleted_at is null
    where l.order_id in (select id from orders) and l.deleted_at is null),
  changes (order_id, kind, source_id, at) as (
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
    select order_id, 'fulfilled', id, created_at from fulfillments
    union all
    select order_id, 'shipped', id, shipped_at from fulfillments where shipped_at is not null
    union all
    select order_id, 'delivered', id, delivered_at from fulfillments where delivered_at is not null
    union all
    select order_id, 'fulfillment_canceled', id, canceled_at from fulfillments where canceled_at is not null
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

/** An order may be committed a little after its id is generated, so the first sweep covers the last day. */
const SINCE = `coalesce((select created_at from service_core_sweep_cursor where name = '${ORDER_SWEEP}'), now()) - interval '24 hours'`

/**
 * Records new order changes with a task for each room that handles them, in one statement. Concurrent calls record a
 * change once. Changes from before the installation are not recorded, unless an event reports one. Returns how many
 * changes it recorded.
 */
export async function recordOrderChanges(knex: Knex, { orderIds, eventKind, rooms }: OrdersToRecord): Promise<number> {
  const handled = rooms.flatMap(({ room, kinds }) => kinds.map((kind) => ({ room, kind })))
  const { rows } = await knex.raw<{ rows: { recorded: number }[] }>(
    `with ${CHANGES},
     recorded as (
       insert into service_core_order_change (id, order_id, kind, source_id, by_event)
       select h.kind || ':' || h.source_id, h.order_id, h.kind, h.source_id, h.kind = ? from changes h
       where (h.kind = ? or h.at >= ${SINCE})
         and not exists (select 1 from service_core_order_change c where c.id = h.kind || ':' || h.source_id)
         and not ${isPruned("h.order_id", "h.at")}
       on conflict (id) do nothing
       returning id, order_id, kind),
     tasks as (
       insert into service_core_order_task (id, change_id, room, order_id, due_at)
       select r.id || ':' || w.room, r.id, w.room, r.order_id, now() from recorded r
       join unnest(?::text[], ?::text[]) w (room, kind) on w.kind = r.kind
       on conflict (id) do nothing),
     opened as (
       insert into service_core_open_order (order_id)
       select id from orders where status not in ('canceled', 'archived')
         and not exists (select 1 from service_core_open_order w where w.order_id = orders.id)
       on conflict (order_id) do nothing)
     select count(*)::int as recorded from recorded`,
    [orderIds, eventKind ?? "", eventKind ?? "", handled.map(({ room }) => room), handled.map(({ kind }) => kind)],
  )
  return rows[0]?.recorded ?? 0
}

/** The orders among these of which a change of this kind is recorded. */
export async function ordersWithChange(knex: Knex, orderIds: string[], kind: OrderChangeKind): Promise<string[]> {
  return knex("service_core_order_change")
    .whereIn("order_id", orderIds)
    .where({ kind })
    .whereNull("deleted_at")
    .distinct("order_id")
    .pluck("order_id")
}
