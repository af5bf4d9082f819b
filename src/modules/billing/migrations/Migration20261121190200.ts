import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Which run has handled a subscription or a renewal last, so that one run handles each once; and claims on renewals. */
export class Migration20261121190200 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "billing_subscription" add column "billed_by_run" text null;`)
    this.addSql(`alter table "billing_renewal"
      add column "collected_by_run" text null,
      add column "claimed_by" text null,
      add column "claimed_until" timestamptz null;`)
    this.addSql(`create index "IDX_billing_subscription_claimed_by" on "billing_subscription" ("claimed_by")
      where claimed_by is not null;`)
    this.addSql(`create index "IDX_billing_renewal_claimed_by" on "billing_renewal" ("claimed_by")
      where claimed_by is not null;`)
    this.addSql(`create index "IDX_billing_renewal_preparing" on "billing_renewal" ("id") where status = 'preparing';`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table "billing_subscription" drop column if exists "billed_by_run";`)
    this.addSql(`drop index if exists "IDX_billing_renewal_preparing";`)
    this.addSql(`drop index if exists "IDX_billing_subscription_claimed_by";`)
    this.addSql(`drop index if exists "IDX_billing_renewal_claimed_by";`)
    this.addSql(`alter table "billing_renewal" drop column if exists "collected_by_run",
      drop column if exists "claimed_by", drop column if exists "claimed_until";`)
  }
}
