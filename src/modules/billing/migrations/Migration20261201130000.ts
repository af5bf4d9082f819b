import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Changes whose first cycle is billed before its day, and begin on that day (B25, B30). */
export class Migration20261201130000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "billing_subscription_change" add column if not exists "billed_cycle" integer null;`)
    this.addSql(`create index if not exists "IDX_billing_subscription_change_billed" on "billing_subscription_change"
      (on_date, id) where ((status = 'scheduled') and (billed_cycle is not null) and (deleted_at is null));`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_billing_subscription_change_billed";`)
    this.addSql(`alter table "billing_subscription_change" drop column if exists "billed_cycle";`)
  }
}
