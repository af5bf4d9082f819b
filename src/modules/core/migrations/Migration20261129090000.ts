import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const TIMES = `"created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(),
      "deleted_at" timestamptz null`

/** The tables that all rooms stand on. */
export class Migration20261129090000 extends Migration {
  override async up(): Promise<void> {
    this.store()
    this.events()
    this.carts()
    this.orders()
    this.guards()
  }

  override async down(): Promise<void> {
    for (const table of [
      "service_core_open_order",
      "service_core_order_task",
      "service_core_order_change",
      "service_core_line_record",
      "service_core_timeline_entry",
      "service_core_outbox_event",
      "service_core_sweep_cursor",
      "service_core_settings",
      "service_core_clock_offset",
    ]) {
      this.addSql(`drop table if exists "${table}" cascade;`)
    }
    this.addSql(`drop function if exists service_core_refuse_change();`)
  }

  private store(): void {
    this.addSql(`create table if not exists "service_core_clock_offset" (
      "id" text not null, "days_ahead" integer not null, "label" text not null, ${TIMES},
      constraint "service_core_clock_offset_pkey" primary key (id));`)
    this.addSql(`create index if not exists "IDX_service_core_clock_offset_deleted_at" on "service_core_clock_offset"
      (deleted_at) where (deleted_at is null);`)
    this.addSql(`create table if not exists "service_core_settings" (
      "room" text not null, "values" jsonb not null, ${TIMES},
      constraint "service_core_settings_pkey" primary key (room));`)
    this.addSql(`create index if not exists "IDX_service_core_settings_deleted_at" on "service_core_settings"
      (deleted_at) where (deleted_at is null);`)
    this.addSql(`create table if not exists "service_core_sweep_cursor" (
      "name" text not null, "position" text not null, ${TIMES},
      constraint "service_core_sweep_cursor_pkey" primary key (name));`)
    this.addSql(`create index if not exists "IDX_service_core_sweep_cursor_deleted_at" on "service_core_sweep_cursor"
      (deleted_at) where (deleted_at is null);`)
  }

  private events(): void {
    this.addSql(`create table if not exists "service_core_outbox_event" (
      "id" text not null, "name" text not null, "data" jsonb not null, "dispatched_at" timestamptz null,
      ${TIMES},
      constraint "service_core_outbox_event_pkey" primary key (id));`)
    this.addSql(`create index if not exists "IDX_service_core_outbox_event_deleted_at" on "service_core_outbox_event"
      (deleted_at) where (deleted_at is null);`)
    this.addSql(`create index if not exists "IDX_service_core_outbox_event_waiting" on "service_core_outbox_event"
      (id) where ((dispatched_at is null) and (deleted_at is null));`)
    this.addSql(`create table if not exists "service_core_timeline_entry" (
      "id" text not null, "room" text not null, "subject" text not null, "subject_id" text not null,
      "type" text not null, "as_of" text not null, "actor" text not null, "data" jsonb not null, ${TIMES},
      constraint "service_core_timeline_entry_pkey" primary key (id));`)
    this
      .addSql(`create index if not exists "IDX_service_core_timeline_entry_deleted_at" on "service_core_timeline_entry"
      (deleted_at) where (deleted_at is null);`)
    this.addSql(`create index if not exists "IDX_service_core_timeline_entry_subject" on "service_core_timeline_entry"
      (subject_id, created_at) where (deleted_at is null);`)
  }

  private carts(): void {
    this.addSql(`create table if not exists "service_core_line_record" (
      "id" text not null, "key" text not null, "cart_id" text not null, "line_item_id" text not null,
      "room" text not null, "kind" text not null, "parent_id" text null, "group_key" text not null,
      "payload" jsonb not null, "product_id" text null, "variant_id" text null, "order_id" text null,
      "order_line_id" text null, ${TIMES},
      constraint "service_core_line_record_pkey" primary key (id));`)
    this.addSql(`create index if not exists "IDX_service_core_line_record_cart_id" on "service_core_line_record"
      (cart_id) where (deleted_at is null);`)
    this.addSql(`create index if not exists "IDX_service_core_line_record_deleted_at" on "service_core_line_record"
      (deleted_at) where (deleted_at is null);`)
    this.addSql(`create unique index if not exists "IDX_service_core_line_record_key" on "service_core_line_record"
      (key) where (deleted_at is null);`)
    this
      .addSql(`create unique index if not exists "IDX_service_core_line_record_line_item_id" on "service_core_line_record"
      (line_item_id) where (deleted_at is null);`)
    this.addSql(`create index if not exists "IDX_service_core_line_record_order_id" on "service_core_line_record"
      (order_id) where ((order_id is not null) and (deleted_at is null));`)
    this
      .addSql(`create unique index if not exists "IDX_service_core_line_record_order_line_id" on "service_core_line_record"
      (order_line_id) where ((order_line_id is not null) and (deleted_at is null));`)
  }

  private orders(): void {
    this.addSql(`create table if not exists "service_core_order_change" (
      "id" text not null, "order_id" text not null, "kind" text not null, "source_id" text not null,
      "by_event" boolean not null, ${TIMES},
      constraint "service_core_order_change_pkey" primary key (id),
      constraint "service_core_order_change_kind_check" check (kind in ('placed', 'authorized', 'paid', 'updated',
        'edited', 'transferred', 'credited', 'fulfilled', 'shipped', 'delivered', 'fulfillment_canceled',
        'return_requested', 'returned', 'claimed', 'exchanged', 'refunded', 'completed', 'canceled',
        'archived')));`)
    this.addSql(`create index if not exists "IDX_service_core_order_change_deleted_at" on "service_core_order_change"
      (deleted_at) where (deleted_at is null);`)
    this.addSql(`create index if not exists "IDX_service_core_order_change_order_id" on "service_core_order_change"
      (order_id) where (deleted_at is null);`)
    this.addSql(`create table if not exists "service_core_order_task" (
      "id" text not null, "change_id" text not null, "room" text not null, "order_id" text not null,
      "handled_at" timestamptz null, "due_at" timestamptz not null, "attempts" integer not null default 0,
      "last_error" text null, ${TIMES},
      constraint "service_core_order_task_pkey" primary key (id));`)
    this.addSql(`create index if not exists "IDX_service_core_order_task_deleted_at" on "service_core_order_task"
      (deleted_at) where (deleted_at is null);`)
    this.addSql(`create index if not exists "IDX_service_core_order_task_of_order" on "service_core_order_task"
      (order_id) where ((handled_at is null) and (deleted_at is null));`)
    this.addSql(`create index if not exists "IDX_service_core_order_task_waiting" on "service_core_order_task"
      (due_at) where ((handled_at is null) and (deleted_at is null));`)
    this.addSql(`create table if not exists "service_core_open_order" (
      "order_id" text not null, ${TIMES},
      constraint "service_core_watched_order_pkey" primary key (order_id));`)
    this.addSql(`create index if not exists "IDX_service_core_open_order_deleted_at" on "service_core_open_order"
      (deleted_at) where (deleted_at is null);`)
  }

  /** What no code can talk its way around. */
  private guards(): void {
    // What was logged never changes.
    this.addSql(`create or replace function service_core_refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception 'rows of % never change', tg_table_name using errcode = 'restrict_violation';
      end $$;`)
    this
      .addSql(`create trigger "service_core_timeline_entry_immutable" before delete or update on service_core_timeline_entry
      for each row execute function service_core_refuse_change();`)
    this.addSql(`create trigger "service_core_timeline_entry_no_truncate" before truncate on service_core_timeline_entry
      for each statement execute function service_core_refuse_change();`)
  }
}
