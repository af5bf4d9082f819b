import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** On which bills of a subscription a promotion's code is given (B28). */
export class Migration20261129200100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "discounts_coupon" (
      "id" text not null, "promotion_id" text not null, "renewals" text not null, "renewal_cycles" integer null,
      "version" integer not null default 1, "changed_in" jsonb not null default '{}',
      "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(),
      "deleted_at" timestamptz null,
      constraint "discounts_coupon_pkey" primary key (id),
      constraint "discounts_coupon_renewals_check" check (renewals in ('first_only', 'cycles', 'forever')),
      constraint "discounts_coupon_cycles_check" check
        ((renewals = 'cycles') = (renewal_cycles is not null) and (renewal_cycles is null or renewal_cycles > 0)));`)
    this.addSql(`create unique index if not exists "IDX_discounts_coupon_promotion_id" on "discounts_coupon"
      (promotion_id) where (deleted_at is null);`)
    this.addSql(`create index if not exists "IDX_discounts_coupon_deleted_at" on "discounts_coupon"
      (deleted_at) where (deleted_at is not null);`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "discounts_coupon" cascade;`)
  }
}
