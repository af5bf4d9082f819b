import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** The list of subscriptions, the last first by what can be empty: what is empty stays last. */
export class Migration20261201130100 extends Migration {
  override async up(): Promise<void> {
    for (const column of ["email", "next_due_on"]) {
      this.addSql(`create index if not exists "IDX_billing_subscription_by_${column}_down" on "billing_subscription"
        (${column} desc nulls last, id desc) where (deleted_at is null);`)
    }
  }

  override async down(): Promise<void> {
    for (const column of ["email", "next_due_on"]) {
      this.addSql(`drop index if exists "IDX_billing_subscription_by_${column}_down";`)
    }
  }
}
