import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const TIMES = `"created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(),
  "deleted_at" timestamptz null`

/** Order changes, the rooms' tasks for them, and open orders. */
export class Migration20261129090100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "service_core_order_change" (
      "id" text not null, "order_id" text not null, "kind" text check ("kind" in (
        'placed', 'authorized', 'paid', 'updated', 'edited', 'transferred', 'credited', 'fulfilled', 'shipped',
        'delivered', 'fulfillment_canceled', 'return_requested', 'returned', 'claimed', 'exchanged', 'refunded',
        'completed', 'canceled', 'archived')) not null,
      "source_id" text not null, "by_event" boolean not null, ${TIMES},
      constraint "service_core_order_change_pkey" primary key ("id"));`)
    this.addSql(`create table if not exists "service_core_order_task" (
      "id" text not null, "change_id" text not null, "room" text not null, "order_id" text not null,
      "handled_at" timestamptz null, "due_at" timestamptz not null, "attempts" integer not null default 0,
      "last_error" text null, ${TIMES}, constraint "service_core_order_task_pkey" primary key ("id"));`)
    this.addSql(`create table if not exists "service_core_open_order" (
      "order_id" text not null, ${TIMES}, constraint "service_core_watched_order_pkey" primary key ("order_id"));`)
    for (const table of ["order_change", "order_task", "open_order"]) {
      this.addSql(`create index if not exists "IDX_service_core_${table}_deleted_at" on "service_core_${table}"
        ("deleted_at") where deleted_at is null;`)
    }
    this.addSql(`create index if not exists "IDX_service_core_order_change_order_id" on "service_core_order_change"
      ("order_id") where deleted_at is null;`)
    this.addSql(`create index if not exists "IDX_service_core_order_task_waiting" on "service_core_order_task"
      ("due_at") where handled_at is null and deleted_at is null;`)
    this.addSql(`create index if not exists "IDX_service_core_order_task_of_order" on "service_core_order_task"
      ("order_id") where handled_at is null and deleted_at is null;`)
  }

  override async down(): Promise<void> {
    for (const table of ["order_change", "order_task", "open_order"]) {
      this.addSql(`drop table if exists "service_core_${table}" cascade;`)
    }
  }
}
