import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** A package's contents are items of its subscription, under the item of the package (B27). */
export class Migration20261129161000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "billing_subscription_item" add column if not exists "parent_id" text null,
      add column if not exists "is_hidden" boolean not null default false,
      add column if not exists "is_listed" boolean not null default true,
      add column if not exists "position" integer not null default 0,
      add column if not exists "line_record_id" text null;`)
    this.addSql(`alter table "billing_subscription_item" add constraint "billing_subscription_item_parent_check"
      check ((kind = 'content') = (parent_id is not null));`)
    this.addSql(`create index if not exists "IDX_billing_subscription_item_line_record_id"
      on "billing_subscription_item" (line_record_id) where ((line_record_id is not null) and (deleted_at is null));`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_billing_subscription_item_line_record_id";`)
    this.addSql(
      `alter table "billing_subscription_item" drop constraint if exists "billing_subscription_item_parent_check";`,
    )
    this.addSql(`alter table "billing_subscription_item" drop column if exists "parent_id",
      drop column if exists "is_hidden", drop column if exists "is_listed", drop column if exists "position",
      drop column if exists "line_record_id";`)
  }
}
