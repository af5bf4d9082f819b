import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Closed orders: one row keeps what the many rows of an order's changes and tasks say, so that these can be pruned. */
export class Migration20261129103100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "service_core_closed_order" (
      "order_id" text not null, "closed_at" timestamptz not null, "pruned_at" timestamptz null,
      "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(),
      "deleted_at" timestamptz null,
      constraint "service_core_closed_order_pkey" primary key ("order_id"));`)
    this.addSql(`create index if not exists "IDX_service_core_closed_order_waiting" on "service_core_closed_order"
      (closed_at) where ((pruned_at is null) and (deleted_at is null));`)
    this.addSql(`create index if not exists "IDX_service_core_order_task_handled" on "service_core_order_task"
      (handled_at) where ((handled_at is not null) and (deleted_at is null));`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_service_core_order_task_handled";`)
    this.addSql(`drop table if exists "service_core_closed_order" cascade;`)
  }
}
