import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** The discounts that continue on renewals (B28): a list, as ordered. */
export class Migration20261121223800 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table if exists "billing_subscription_item"
      add column if not exists "discounts" jsonb not null default '[]';`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "billing_subscription_item" drop column if exists "discounts";`)
  }
}
