import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What is offered instead of a cancellation is taken once (B23). */
export class Migration20261129192100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "billing_subscription" add column if not exists "retained_on" text null;`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table "billing_subscription" drop column if exists "retained_on";`)
  }
}
