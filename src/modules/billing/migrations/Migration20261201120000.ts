import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** A payment that a customer has begun on an invoice's page and that is at their bank: the day on which it was asked about last. */
export class Migration20261201120000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "billing_invoice_payment" add column if not exists "processing_on" text null;`)
    this.addSql(`create index if not exists "IDX_billing_invoice_payment_processing" on "billing_invoice_payment"
      (processing_on, invoice_id) where ((processing_on is not null) and (deleted_at is null));`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_billing_invoice_payment_processing";`)
    this.addSql(`alter table "billing_invoice_payment" drop column if exists "processing_on";`)
  }
}
