import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Subscriptions that were moved in (B62): no order made them, and each row of a file is moved once. */
export class Migration20261129201000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "billing_subscription" alter column "order_id" drop not null;`)
    this.addSql(`alter table "billing_subscription" add column if not exists "import_key" text null;`)
    this.addSql(`create unique index if not exists "IDX_billing_subscription_import_key"
      on "billing_subscription" (import_key) where (import_key is not null);`)
    this.addSql(`create table if not exists "billing_import" (
      "id" text not null, "format" text not null, "file_name" text not null, "sha256" text not null,
      "created_count" integer not null, "unchanged_count" integer not null, "left_out_count" integer not null,
      "new_customer_count" integer not null, "created_by" text null,
      "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(),
      "deleted_at" timestamptz null,
      constraint "billing_import_pkey" primary key (id));`)
    this.addSql(`create index if not exists "IDX_billing_import_deleted_at"
      on "billing_import" (deleted_at) where (deleted_at is not null);`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "billing_import" cascade;`)
    this.addSql(`drop index if exists "IDX_billing_subscription_import_key";`)
    this.addSql(`alter table "billing_subscription" drop column if exists "import_key";`)
  }
}
