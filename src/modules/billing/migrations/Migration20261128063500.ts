import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Indexes for an order's invoices of any kind, and for the order of the admin's list. */
export class Migration20261128063500 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create index if not exists "IDX_billing_invoice_of_order" on "billing_invoice" ("order_id")
      where deleted_at is null;`)
    this.addSql(`create index if not exists "IDX_billing_invoice_latest" on "billing_invoice" ("sequence")
      where deleted_at is null;`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_billing_invoice_of_order";`)
    this.addSql(`drop index if exists "IDX_billing_invoice_latest";`)
  }
}
