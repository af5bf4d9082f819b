import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Payment methods that were saved for carts on which nothing was due (B14). */
export class Migration20261121194000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "billing_saved_method" (
      "id" text not null,
      "cart_id" text not null,
      "customer_id" text not null,
      "payment_provider_id" text not null,
      "payment_method" jsonb not null,
      "created_at" timestamptz not null default now(),
      "updated_at" timestamptz not null default now(),
      "deleted_at" timestamptz null,
      constraint "billing_saved_method_pkey" primary key ("id")
    );`)
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_billing_saved_method_deleted_at"
      ON "billing_saved_method" ("deleted_at") WHERE deleted_at IS NULL;`)
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_billing_saved_method_cart_id"
      ON "billing_saved_method" ("cart_id") WHERE deleted_at IS NULL;`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "billing_saved_method" cascade;`)
  }
}
