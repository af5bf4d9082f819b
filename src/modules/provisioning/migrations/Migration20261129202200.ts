import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What buyers choose of a product (S3), and what was chosen of a service. */
export class Migration20261129202200 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "provisioning_option_set" (
      "id" text not null, "product_id" text not null, "options" jsonb not null default '[]'::jsonb,
      "version" integer not null default 1, "changed_in" jsonb not null default '{}'::jsonb,
      "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(),
      "deleted_at" timestamptz null,
      constraint "provisioning_option_set_pkey" primary key (id),
      constraint "provisioning_option_set_options_check" check (jsonb_typeof(options) = 'array'));`)
    this.addSql(`create unique index if not exists "IDX_provisioning_option_set_product_id" on "provisioning_option_set"
      (product_id);`)
    this.addSql(
      `alter table "provisioning_service" add column if not exists "options" jsonb not null default '{}'::jsonb;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`alter table "provisioning_service" drop column if exists "options";`)
    this.addSql(`drop table if exists "provisioning_option_set" cascade;`)
  }
}
