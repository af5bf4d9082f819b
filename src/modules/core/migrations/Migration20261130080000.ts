import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Medusa writes a capture or refund first, and adds it to its payment collection a moment later. */
const isCounted = (at: string): string => `(p.counted_at >= ${at} or ${at} < now() - interval '1 minute')`

/** Medusa's types of confirmed changes, and the kind of each. */
const TYPES = `(values ('update_order', 'updated'), ('edit', 'edited'), ('transfer', 'transferred'),
              ('credit_line', 'credited'), ('return_request', 'return_requested'), ('return_receive', 'returned'),
              ('claim', 'claimed'), ('exchange', 'exchanged')) k (change_type, kind)`

const BY_TYPE = `join ${TYPES} on k.change_type = c.change_type`

/** A canceled exchange, claim or return is a confirmed change without a type. */
const WITH_CANCELED = `join lateral (select case
              when c.change_type is not null then (select k.kind from ${TYPES} where k.change_type = c.change_type)
              when c.exchange_id is not null then 'exchanged' when c.claim_id is not null then 'claimed'
              when c.return_id is not null then 'return_requested' end as kind) k on k.kind is not null`

/** All changes of some orders, each with Medusa's record of it. Medusa's tables are read by order id, each by index. */
const changesOf = (join: string): string => `
        orders as materialized (
          select id, status, is_draft_order, created_at, canceled_at from "order"
          where id = any(order_ids) and deleted_at is null),
        payments as materialized (
          select l.order_id, p.id, p.created_at, pc.updated_at as counted_at from order_payment_collection l
            join payment_collection pc on pc.id = l.payment_collection_id
            join payment p on p.payment_collection_id = l.payment_collection_id and p.deleted_at is null
          where l.order_id in (select id from orders) and l.deleted_at is null),
        fulfillments as materialized (
          select l.order_id, f.id, f.created_at, f.shipped_at, f.delivered_at, f.canceled_at from order_fulfillment l
            join fulfillment f on f.id = l.fulfillment_id and f.deleted_at is null
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
            ${join}
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

/** Orders hear of exchanges, claims and returns that are canceled: Medusa reports none of them by an event. */
export class Migration20261130080000 extends Migration {
  override async up(): Promise<void> {
    this.record(WITH_CANCELED)
  }

  override async down(): Promise<void> {
    this.record(BY_TYPE)
  }

  /** As the migration before, but for how confirmed changes are told apart. */
  private record(join: string): void {
    this.addSql(`create or replace function service_core_record_order_changes(
      order_ids text[], event_kind text, task_rooms text[], task_kinds text[]) returns integer language plpgsql
      set plan_cache_mode = force_generic_plan as $$
      #variable_conflict use_column
      declare
        recorded_count integer;
      begin
        with ${changesOf(join)},
        recorded as (
          insert into service_core_order_change (id, order_id, kind, source_id, by_event)
          select h.kind || ':' || h.source_id, h.order_id, h.kind, h.source_id, h.kind = event_kind from changes h
          where (h.kind = event_kind or h.at >= coalesce(
              (select created_at from service_core_sweep_cursor where name = 'orders'), now()) - interval '24 hours')
            and not exists (select 1 from service_core_order_change c where c.id = h.kind || ':' || h.source_id)
            and not exists (select 1 from service_core_closed_order p
              where p.order_id = h.order_id and p.pruned_at is not null and h.at <= p.closed_at)
          on conflict (id) do nothing
          returning id, order_id, kind),
        tasks as (
          insert into service_core_order_task (id, change_id, room, order_id, due_at)
          select r.id || ':' || w.room, r.id, w.room, r.order_id, now() from recorded r
          join unnest(task_rooms, task_kinds) w (room, kind) on w.kind = r.kind
          on conflict (id) do nothing),
        opened as (
          insert into service_core_open_order (order_id)
          select id from orders where status not in ('canceled', 'archived')
            and not exists (select 1 from service_core_open_order w where w.order_id = orders.id)
          on conflict (order_id) do nothing)
        select count(*) into recorded_count from recorded;
        return recorded_count;
      end $$;`)
  }
}
