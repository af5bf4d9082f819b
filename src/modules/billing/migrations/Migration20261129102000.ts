import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Renewals whose order was canceled; attempts that were withdrawn or given back, when each was sent and with which
 * method; what was given back on an invoice.
 */
export class Migration20261129102000 extends Migration {
  override async up(): Promise<void> {
    this.renewalStatuses("'preparing', 'issued', 'paid', 'failed', 'skipped', 'canceled'")
    this.attemptStatuses(
      "'started', 'paid', 'soft_declined', 'hard_declined', 'requires_action', 'unknown', 'withdrawn', 'returned'",
    )
    this.addSql(`alter table "billing_charge_attempt" add column if not exists "sent_at" timestamptz null,
      add column if not exists "payment_method" jsonb null;`)
    // An attempt from before was sent as far as anybody knows.
    this.addSql(`update "billing_charge_attempt" set sent_at = created_at where sent_at is null;`)
    this.addSql(`alter table "billing_invoice_payment"
      add column if not exists "refunded_total" numeric not null default 0,
      add column if not exists "raw_refunded_total" jsonb not null default '{"value": "0", "precision": 20}';`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table "billing_invoice_payment" drop column if exists "refunded_total",
      drop column if exists "raw_refunded_total";`)
    this.addSql(`alter table "billing_charge_attempt" drop column if exists "sent_at",
      drop column if exists "payment_method";`)
    this.addSql(`update "billing_charge_attempt" set status = 'soft_declined' where status = 'withdrawn';`)
    this.addSql(`update "billing_charge_attempt" set status = 'paid' where status = 'returned';`)
    this.addSql(`update "billing_renewal" set status = 'failed' where status = 'canceled';`)
    this.renewalStatuses("'preparing', 'issued', 'paid', 'failed', 'skipped'")
    this.attemptStatuses("'started', 'paid', 'soft_declined', 'hard_declined', 'requires_action', 'unknown'")
  }

  private renewalStatuses(statuses: string): void {
    this.addSql(`alter table "billing_renewal" drop constraint if exists "billing_renewal_status_check";`)
    this.addSql(
      `alter table "billing_renewal" add constraint "billing_renewal_status_check" check (status in (${statuses}));`,
    )
  }

  private attemptStatuses(statuses: string): void {
    this.addSql(`alter table "billing_charge_attempt" drop constraint if exists "billing_charge_attempt_status_check";`)
    this.addSql(
      `alter table "billing_charge_attempt" add constraint "billing_charge_attempt_status_check"
      check (status in (${statuses}));`,
    )
  }
}
