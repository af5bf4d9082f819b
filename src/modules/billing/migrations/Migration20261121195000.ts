import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Lists of subscriptions are sorted by number by default. */
export class Migration20261121195000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create index if not exists "IDX_billing_subscription_display_id"
      on "billing_subscription" ("display_id") where deleted_at is null;`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_billing_subscription_display_id";`)
  }
}
