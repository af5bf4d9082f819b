import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Payments that were taken back are found by when they were recorded: their payers are told of it (B37). */
export class Migration20261130020000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create index if not exists "IDX_billing_payment_return_created_at"
      on "billing_payment_return" ("created_at") where deleted_at is null;`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_billing_payment_return_created_at";`)
  }
}
