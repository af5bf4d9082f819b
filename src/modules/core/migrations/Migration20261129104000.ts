import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** To which account a cart was given, and how. */
export class Migration20261129104000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "service_core_cart_buyer" (
      "cart_id" text not null, "customer_id" text not null, "bound_by" text not null,
      "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(),
      "deleted_at" timestamptz null,
      constraint "service_core_cart_buyer_pkey" primary key (cart_id),
      constraint "service_core_cart_buyer_bound_by_check" check (bound_by in ('login', 'email')));`)
    this.addSql(`create index if not exists "IDX_service_core_cart_buyer_deleted_at" on "service_core_cart_buyer"
      (deleted_at) where (deleted_at is null);`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "service_core_cart_buyer" cascade;`)
  }
}
