import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** A worker claims the next batch in the order of date and id: from an index in that order, not by sorting all that is due. */
export class Migration20261121195800 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`drop index if exists "IDX_billing_subscription_next_due_on";`)
    this.addSql(`create index "IDX_billing_subscription_next_due_on" on "billing_subscription" ("next_due_on", "id")
      where next_due_on is not null and deleted_at is null;`)
    this.addSql(`drop index if exists "IDX_billing_renewal_collect_on";`)
    this.addSql(`create index "IDX_billing_renewal_collect_on" on "billing_renewal" ("collect_on", "id")
      where collect_on is not null and deleted_at is null;`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_billing_subscription_next_due_on";`)
    this.addSql(`create index "IDX_billing_subscription_next_due_on" on "billing_subscription" ("next_due_on")
      where next_due_on is not null and deleted_at is null;`)
    this.addSql(`drop index if exists "IDX_billing_renewal_collect_on";`)
    this.addSql(`create index "IDX_billing_renewal_collect_on" on "billing_renewal" ("collect_on")
      where collect_on is not null and deleted_at is null;`)
  }
}
