import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Changes of subscriptions (B25), and what a bill of a part of a period needs. */
export class Migration20261129183000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "billing_subscription_change" (
      "id" text not null, "subscription_id" text not null, "status" text not null, "kind" text not null,
      "on_date" text not null, "from" jsonb not null, "to" jsonb not null, "credit" jsonb null,
      "as_of" text not null, "actor" text not null,
      "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(),
      "deleted_at" timestamptz null,
      constraint "billing_subscription_change_pkey" primary key (id),
      constraint "billing_subscription_change_status_check" check (status in
        ('crediting', 'scheduled', 'applied', 'withdrawn')),
      constraint "billing_subscription_change_kind_check" check (kind in
        ('prorate', 'restart', 'replace', 'schedule')));`)
    this.addSql(`create unique index if not exists "IDX_billing_subscription_change_open"
      on "billing_subscription_change" (subscription_id)
      where ((status in ('crediting', 'scheduled')) and (deleted_at is null));`)
    this.addSql(`create index if not exists "IDX_billing_subscription_change_crediting"
      on "billing_subscription_change" (id) where ((status = 'crediting') and (deleted_at is null));`)
    this.addSql(`create index if not exists "IDX_billing_subscription_change_subscription"
      on "billing_subscription_change" (subscription_id, id) where (deleted_at is null);`)
    this.addSql(`create index if not exists "IDX_billing_subscription_change_deleted_at"
      on "billing_subscription_change" (deleted_at) where (deleted_at is not null);`)
    this.addSql(`alter table "billing_subscription"
      add column if not exists "part_from" text null,
      add column if not exists "part_bills" integer not null default 0,
      add column if not exists "change_id" text null;`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table "billing_subscription"
      drop column if exists "part_from", drop column if exists "part_bills", drop column if exists "change_id";`)
    this.addSql(`drop table if exists "billing_subscription_change" cascade;`)
  }
}
