import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Whose variant a cycle is, and the ways to find what runs on a variant or a cycle before it is removed (B12). */
export class Migration20261121191500 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "billing_cycle" add column if not exists "made_variant" boolean not null default false;`)
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_billing_subscription_item_variant_id"
      ON "billing_subscription_item" ("variant_id") WHERE deleted_at IS NULL;`)
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_billing_subscription_item_cycle_id"
      ON "billing_subscription_item" ("cycle_id") WHERE deleted_at IS NULL;`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_billing_subscription_item_cycle_id";`)
    this.addSql(`drop index if exists "IDX_billing_subscription_item_variant_id";`)
    this.addSql(`alter table "billing_cycle" drop column if exists "made_variant";`)
  }
}
