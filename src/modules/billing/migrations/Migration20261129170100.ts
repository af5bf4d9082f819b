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
    // Those of an invoice, by when they were written: their orders' books are looked after.
    this.addSql(`create index if not exists "IDX_billing_balance_entry_moved_at" on "billing_balance_entry"
      (created_at) where ((invoice_id is not null) and (deleted_at is null));`)
    this.addSql(`create trigger "billing_balance_entry_immutable" before delete or update on billing_balance_entry
      for each row execute function billing_refuse_change();`)
    this.addSql(`create trigger "billing_balance_entry_no_truncate" before truncate on billing_balance_entry
      for each statement execute function billing_refuse_change();`)

    this.list()
  }

  /** The list of invoices, the latest first, whole and by what it is filtered by. */
  private list(): void {
    this.addSql(`alter table "billing_invoice_payment" add column if not exists "issued_on" text null,
      add column if not exists "sequence" integer null;`)
    this.addSql(`update "billing_invoice_payment" p set issued_on = i.issued_on, sequence = i.sequence
      from "billing_invoice" i where i.id = p.invoice_id;`)
    this.addSql(`alter table "billing_invoice_payment" alter column "issued_on" set not null,
      alter column "sequence" set not null;`)
    this.addSql(`create index if not exists "IDX_billing_invoice_payment_listed" on "billing_invoice_payment"
      (status, issued_on, sequence, invoice_id) where (deleted_at is null);`)
    this.addSql(`create index if not exists "IDX_billing_invoice_payment_owed_listed" on "billing_invoice_payment"
      (issued_on, sequence, invoice_id) where ((status in ('open', 'partly_paid')) and (deleted_at is null));`)
    this.addSql(`create index if not exists "IDX_billing_invoice_issued_on" on "billing_invoice"
      (issued_on, sequence, id) where (deleted_at is null);`)
    this.addSql(`create index if not exists "IDX_billing_invoice_kind" on "billing_invoice"
      (kind, issued_on, sequence, id) where (deleted_at is null);`)
    this.addSql(`create index if not exists "IDX_billing_invoice_currency" on "billing_invoice"
      (currency_code, issued_on, sequence, id) where (deleted_at is null);`)
    this.addSql(`create index if not exists "IDX_billing_invoice_due_on" on "billing_invoice"
      (due_on) where (deleted_at is null);`)
    this.addSql(`create index if not exists "IDX_billing_invoice_corrects" on "billing_invoice"
      (corrects_invoice_id) where ((corrects_invoice_id is not null) and (deleted_at is null));`)
  }

  override async down(): Promise<void> {
    for (const name of [
      "issued_on",
      "kind",
      "currency",
      "due_on",
      "corrects",
      "payment_listed",
      "payment_owed_listed",
    ]) {
      this.addSql(`drop index if exists "IDX_billing_invoice_${name}";`)
    }
    this.addSql(`alter table "billing_invoice_payment" drop column if exists "issued_on",
      drop column if exists "sequence";`)
    this.addSql(`drop table if exists "billing_balance_entry" cascade;`)
    this.addSql(`drop table if exists "billing_customer_balance" cascade;`)
    this.addSql(`alter table "billing_invoice_series" drop column if exists "last_issued_on";`)
  }
}
