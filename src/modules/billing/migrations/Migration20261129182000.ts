import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Renewals that stand on the invoice of another one (B30). */
export class Migration20261129182000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "billing_renewal" add column if not exists "billed_with" text null;`)
    this.addSql(`alter table "billing_renewal" add constraint "billing_renewal_billed_with_check"
      check (billed_with is null or (billed_with <> id and collect_on is null));`)
    this.addSql(`create index if not exists "IDX_billing_renewal_billed_with" on "billing_renewal"
      (billed_with) where ((billed_with is not null) and (deleted_at is null));`)
    this.addSql(`create unique index if not exists "IDX_billing_renewal_once_on_invoice" on "billing_renewal"
      (subscription_id, billed_with) where ((billed_with is not null) and (deleted_at is null));`)
    this.addSql(`drop index if exists "IDX_billing_renewal_order_id";`)
    this.addSql(`create unique index if not exists "IDX_billing_renewal_order_id" on "billing_renewal"
      (order_id) where ((order_id is not null) and (billed_with is null) and (deleted_at is null));`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_billing_renewal_once_on_invoice";`)
    this.addSql(`drop index if exists "IDX_billing_renewal_billed_with";`)
    this.addSql(`alter table "billing_renewal" drop constraint if exists "billing_renewal_billed_with_check";`)
    // An order is the lead's alone, as it was.
    this.addSql(`drop index if exists "IDX_billing_renewal_order_id";`)
    this.addSql(`update "billing_renewal" set order_id = null where billed_with is not null;`)
    this.addSql(`create unique index if not exists "IDX_billing_renewal_order_id" on "billing_renewal"
      (order_id) where ((order_id is not null) and (deleted_at is null));`)
    this.addSql(`alter table "billing_renewal" drop column if exists "billed_with";`)
  }
}
