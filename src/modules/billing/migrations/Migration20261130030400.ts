import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What changes have credited of an invoice: units that were split off have one line with those that they came from (B25). */
export class Migration20261130030400 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create index if not exists "IDX_billing_subscription_change_credited" on "billing_subscription_change"
      ((credit ->> 'invoice_id')) where ((credit is not null) and (deleted_at is null));`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_billing_subscription_change_credited";`)
  }
}
