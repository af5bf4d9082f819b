import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Messages to customers (B37), and the indexes by which it is found what they are about. */
export class Migration20261129174000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "billing_reminder" (
      "id" text not null, "template" text not null, "subject" text not null, "subject_id" text not null,
      "step" text not null, "on_date" text not null, "subscription_id" text null, "invoice_id" text null,
      "customer_id" text null, "status" text not null default 'waiting', "reason" text null, "as_of" text not null,
      "attempts" integer not null default 0, "settled_attempts" integer not null default 0, "failures" integer not null default 0,
      "next_try_at" timestamptz null default now(), "asked_by" text null, "recipient" text null, "locale" text null,
      "data" jsonb null, "notification_id" text null, "sent_on" text null, "sent_at" timestamptz null,
      "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(),
      "deleted_at" timestamptz null,
      constraint "billing_reminder_pkey" primary key (id),
      constraint "billing_reminder_subject_check" check (subject in
        ('subscription', 'invoice', 'renewal', 'payment_method')),
      constraint "billing_reminder_status_check" check (status in ('waiting', 'sending', 'sent', 'failed', 'skipped')),
      constraint "billing_reminder_next_try_check" check
        ((status in ('waiting', 'sending')) = (next_try_at is not null)));`)
    this.addSql(`create unique index if not exists "IDX_billing_reminder_once" on "billing_reminder"
      (subject_id, template, on_date, step) where (deleted_at is null);`)
    this.addSql(`create index if not exists "IDX_billing_reminder_next_try_at" on "billing_reminder"
      (next_try_at) where ((next_try_at is not null) and (deleted_at is null));`)
    for (const column of ["subscription_id", "invoice_id", "customer_id"]) {
      this.addSql(`create index if not exists "IDX_billing_reminder_${column}" on "billing_reminder"
        (${column}) where (deleted_at is null);`)
    }
    this.addSql(`create index if not exists "IDX_billing_reminder_status" on "billing_reminder"
      (status, id) where (deleted_at is null);`)
    this.addSql(`create index if not exists "IDX_billing_reminder_deleted_at" on "billing_reminder"
      (deleted_at) where (deleted_at is not null);`)
    this.cursors()
    this.news()
  }

  /** Nobody hears of what happened before. */
  private cursors(): void {
    this.addSql(`create table if not exists "billing_reminder_cursor" (
      "name" text not null, "position" text not null,
      "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(),
      "deleted_at" timestamptz null, constraint "billing_reminder_cursor_pkey" primary key (name));`)
    this.addSql(`create index if not exists "IDX_billing_reminder_cursor_deleted_at" on "billing_reminder_cursor"
      (deleted_at) where (deleted_at is not null);`)
    this.addSql(`insert into "billing_reminder_cursor" (name, position)
      values ('news', to_char(now() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')) on conflict (name) do nothing;`)
  }

  /** What happened since an instant. */
  private news(): void {
    this.addSql(`create index if not exists "IDX_billing_invoice_created_at" on "billing_invoice"
      (created_at) where (deleted_at is null);`)
    this.addSql(`create index if not exists "IDX_billing_invoice_payment_news" on "billing_invoice_payment"
      (updated_at) where ((paid_on is not null) and (deleted_at is null));`)
    this.addSql(`create index if not exists "IDX_billing_charge_attempt_news" on "billing_charge_attempt"
      (updated_at) where ((status in ('soft_declined', 'hard_declined', 'requires_action')) and (deleted_at is null));`)
    this.addSql(`create index if not exists "IDX_billing_subscription_stopped" on "billing_subscription"
      (updated_at) where ((status in ('suspended', 'canceled')) and (deleted_at is null));`)
    this.addSql(`create index if not exists "IDX_billing_subscription_card" on "billing_subscription"
      ((payment_method ->> 'expires'), id) where (((payment_method ->> 'expires') is not null) and (deleted_at is null));`)
  }

  override async down(): Promise<void> {
    for (const name of [
      "billing_invoice_created_at",
      "billing_invoice_payment_news",
      "billing_charge_attempt_news",
      "billing_subscription_stopped",
      "billing_subscription_card",
    ]) {
      this.addSql(`drop index if exists "IDX_${name}";`)
    }
    this.addSql(`drop table if exists "billing_reminder_cursor" cascade;`)
    this.addSql(`drop table if exists "billing_reminder" cascade;`)
  }
}
