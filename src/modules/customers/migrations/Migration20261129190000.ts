import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Filters that a user has saved under a name (C2). */
export class Migration20261129190000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "customers_saved_filter" (
      "id" text not null, "user_id" text not null, "name" text not null, "query" jsonb not null,
      "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(),
      "deleted_at" timestamptz null,
      constraint "customers_saved_filter_pkey" primary key (id),
      constraint "customers_saved_filter_name_check" check ((btrim(name) <> '') and (length(name) <= 60)));`)
    this.addSql(`create unique index if not exists "IDX_customers_saved_filter_name" on "customers_saved_filter"
      (user_id, name);`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "customers_saved_filter" cascade;`)
  }
}
