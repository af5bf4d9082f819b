import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Other rooms follow what has changed of subscriptions, items and renewals since they last looked (S6). */
export class Migration20261129194100 extends Migration {
  override async up(): Promise<void> {
    for (const table of ["billing_subscription", "billing_subscription_item", "billing_renewal"]) {
      this.addSql(`create index if not exists "IDX_${table}_updated_at" on "${table}" (updated_at);`)
    }
  }

  override async down(): Promise<void> {
    for (const table of ["billing_subscription", "billing_subscription_item", "billing_renewal"]) {
      this.addSql(`drop index if exists "IDX_${table}_updated_at";`)
    }
  }
}
