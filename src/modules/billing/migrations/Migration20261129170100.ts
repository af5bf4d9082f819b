import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Customers' balances, with their entries, which never change; the last date of issue of each series; and how the list of
 * invoices is found.
 */
export class Migration20261129170100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "billing_invoice_series" add column if not exists "last_issued_on" text null;`)
    this.addSql(`update "billing_invoice_series" s set last_issued_on = x.issued_on
      from (select series, max(issued_on) as issued_on from "billing_invoice" group by series) x where x.series = s.series;`)

    this.addSql(`create table if not exists "billing_customer_balance" (
      "id" text not null, "customer_id" text not null, "currency_code" text not null, "amount" numeric not null default 0,
      "raw_amount" jsonb not null default '{"value": "0", "precision": 20}',
      "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(),
      "deleted_at" timestamptz null,
      constraint "billing_customer_balance_pkey" primary key (id),
      constraint "billing_customer_balance_amount_check" check (amount >= 0));`)
    this.addSql(`create unique index if not exists "IDX_billing_customer_balance_customer" on "billing_customer_balance"
      (customer_id, currency_code);`)
    this.addSql(`create table if not exists "billing_balance_entry" (
      "id" text not null, "customer_id" text not null, "currency_code" text not null, "kind" text not null,
      "amount" numeric not null, "raw_amount" jsonb not null, "invoice_id" text null, "as_of" text not null,
      "reason" text null, "actor" text null,
      "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(),
      "deleted_at" timestamptz null,
      constraint "billing_balance_entry_pkey" primary key (id),
      constraint "billing_balance_entry_kind_check" check (kind in ('granted', 'taken_back', 'moved_in', 'used')),
      constraint "billing_balance_entry_amount_check" check (amount > 0));`)
    this.addSql(`create index if not exists "IDX_billing_balance_entry_customer" on "billing_balance_entry"
      (customer_id, created_at) where (deleted_at is null);`)
    this.addSql(`create index if not exists "IDX_billing_balance_entry_invoice_id" on "billing_balance_entry"
      (invoice_id) where ((invoice_id is not null) and (deleted_at is null));`)
    this.addSql(`create trigger "billing_balance_entry_immutable" before delete or update on billing_balance_entry
      for each row execute function billing_refuse_change();`)
    this.addSql(`create trigger "billing_balance_entry_no_truncate" before truncate on billing_balance_entry
      for each statement execute function billing_refuse_change();`)

    // The list, the latest first, whole and by what it is filtered by.
    this.addSql(`create index if not exists "IDX_billing_invoice_issued_on" on "billing_invoice"
      (issued_on, id) where (deleted_at is null);`)
    this.addSql(`create index if not exists "IDX_billing_invoice_due_on" on "billing_invoice"
      (due_on) where (deleted_at is null);`)
    this.addSql(`create index if not exists "IDX_billing_invoice_credit_notes" on "billing_invoice"
      (issued_on, id) where ((kind = 'credit_note') and (deleted_at is null));`)
    this.addSql(`create index if not exists "IDX_billing_invoice_currency" on "billing_invoice"
      (currency_code, issued_on, id) where (deleted_at is null);`)
    this.addSql(`create index if not exists "IDX_billing_invoice_corrects" on "billing_invoice"
      (corrects_invoice_id) where ((corrects_invoice_id is not null) and (deleted_at is null));`)
    this.addSql(`create index if not exists "IDX_billing_invoice_payment_settled" on "billing_invoice_payment"
      (status, invoice_id) where ((status <> 'paid') and (deleted_at is null));`)
  }

  override async down(): Promise<void> {
    for (const name of [
      "invoice_issued_on",
      "invoice_due_on",
      "invoice_credit_notes",
      "invoice_currency",
      "invoice_corrects",
      "invoice_payment_settled",
    ]) {
      this.addSql(`drop index if exists "IDX_billing_${name}";`)
    }
    this.addSql(`drop table if exists "billing_balance_entry" cascade;`)
    this.addSql(`drop table if exists "billing_customer_balance" cascade;`)
    this.addSql(`alter table "billing_invoice_series" drop column if exists "last_issued_on";`)
  }
}
