import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Medusa writes a capture or refund first, and adds it to its payment collection a moment later. */
const isCounted = (at: string): string => `(p.counted_at >= ${at} or ${at} < now() - interval '1 minute')`

/** All changes of some orders, each with Medusa's record of it. Medusa's tables are read by order id, each by index. */
const CHANGES = `
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
            join (values ('update_order', 'updated'), ('edit', 'edited'), ('transfer', 'transferred'),
              ('credit_line', 'credited'), ('return_request', 'return_requested'), ('return_receive', 'returned'),
              ('claim', 'claimed'), ('exchange', 'exchanged')) k (change_type, kind) on k.change_type = c.change_type
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

/**
 * The intake of orders as two functions, of which the database keeps the plans: planning the statement costs eight times
 * what running it costs. They serve any number of orders, so a plan for each number would save nothing.
 */
export class Migration20261129140000 extends Migration {
  override async up(): Promise<void> {
    this.record()
    this.take()
  }

  override async down(): Promise<void> {
    this.addSql(`drop function if exists service_core_take_order_tasks(text[], text, text[], text[], timestamptz,
      interval, integer);`)
    this.addSql(`drop function if exists service_core_record_order_changes(text[], text, text[], text[]);`)
  }

  /**
   * Records new changes with a task for each room that handles them, in one statement. A change is recorded once; one
   * from before the installation, or of an order whose changes were pruned, is not, unless an event reports it: an order
   * may be committed a little after its id is generated, so the first sweep covers the last day.
   */
  private record(): void {
    this.addSql(`create or replace function service_core_record_order_changes(
      order_ids text[], event_kind text, task_rooms text[], task_kinds text[]) returns integer language plpgsql
      set plan_cache_mode = force_generic_plan as $$
      #variable_conflict use_column
      declare
        recorded_count integer;
      begin
        with ${CHANGES},
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

  /** Records the changes of some orders, and claims the tasks that are due of these, in one transaction. */
  private take(): void {
    this.addSql(`create or replace function service_core_take_order_tasks(
      order_ids text[], event_kind text, task_rooms text[], task_kinds text[], at timestamptz, lease interval,
      most integer) returns table(id text, room text, order_id text, change_id text, kind text, source_id text,
      by_event boolean) language plpgsql set plan_cache_mode = force_generic_plan as $$
      #variable_conflict use_column
      begin
        perform service_core_record_order_changes(order_ids, event_kind, task_rooms, task_kinds);
        return query with claimed as (
          update service_core_order_task t
          set due_at = greatest(now(), at) + lease, attempts = attempts + 1, updated_at = now()
          where t.id = any(array(
            select w.id from service_core_order_task w
            where w.order_id = any(order_ids) and w.due_at <= greatest(now(), at) and w.room = any(task_rooms)
              and w.handled_at is null and w.deleted_at is null
            order by w.due_at limit most for update skip locked))
          returning t.id, t.room, t.order_id, t.change_id)
        select k.id, k.room, k.order_id, k.change_id, c.kind, c.source_id, c.by_event
        from claimed k join service_core_order_change c on c.id = k.change_id
        order by k.order_id, k.id;
      end $$;`)
  }
}
