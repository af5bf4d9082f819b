import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** The sums of an account that stand in its invoice's row, with the default of each. */
const SUMS = ["invoice_total", "open_total", "credited_total", "written_off_total", "balance_total"]

/**
 * The account of an invoice (decision 0041): its entries, which never change, and what they come to, beside the payment
 * state. What was paid and given back before becomes entries, too.
 */
export class Migration20261129170000 extends Migration {
  override async up(): Promise<void> {
    this.entries()
    this.sums()
    this.addSql(`insert into "billing_invoice_entry"
        (id, invoice_id, kind, amount, raw_amount, currency_code, source, source_id, as_of)
      select 'binve_' || p.invoice_id || '_' || x.kind || '_' || x.amount, p.invoice_id, x.kind, x.amount,
        jsonb_build_object('value', x.amount::text, 'precision', 20), i.currency_code, x.source, i.order_id,
        coalesce(p.paid_on, i.issued_on)
      from "billing_invoice_payment" p join "billing_invoice" i on i.id = p.invoice_id
      cross join lateral (values ('payment', p.paid_total, 'order'), ('refund', p.refunded_total, 'order'),
        ('written_off', p.written_off_total, 'admin')) as x(kind, amount, source)
      where x.amount > 0
      on conflict (id) do nothing;`)
    this.addSql(`alter table "billing_invoice_payment"
      add constraint "billing_invoice_payment_status_check" check (status in
        ('open', 'partly_paid', 'paid', 'credited', 'void', 'written_off')),
      add constraint "billing_invoice_payment_law_check" check (status = 'void' or invoice_total = paid_total - refunded_total
        + balance_total + credited_total + written_off_total + open_total),
      add constraint "billing_invoice_payment_credited_check" check (credited_total between 0 and invoice_total),
      add constraint "billing_invoice_payment_refunded_check" check (refunded_total between 0 and paid_total),
      add constraint "billing_invoice_payment_written_off_check" check (written_off_total >= 0);`)
    // What is owed, and since when: the dunning, the overview and the list look for these alone.
    this.addSql(`create index if not exists "IDX_billing_invoice_payment_owed" on "billing_invoice_payment"
      (due_on) where ((status in ('open', 'partly_paid')) and (deleted_at is null));`)
  }

  private entries(): void {
    this.addSql(`create table if not exists "billing_invoice_entry" (
      "id" text not null, "invoice_id" text not null, "kind" text not null, "amount" numeric not null,
      "raw_amount" jsonb not null, "currency_code" text not null, "source" text not null, "source_id" text not null,
      "as_of" text not null, "reason" text null, "actor" text null,
      "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(),
      "deleted_at" timestamptz null,
      constraint "billing_invoice_entry_pkey" primary key (id),
      constraint "billing_invoice_entry_kind_check" check (kind in ('payment', 'refund', 'balance_used', 'balance_moved',
        'credit_note', 'written_off', 'written_off_undone')),
      constraint "billing_invoice_entry_source_check" check (source in ('order', 'charge', 'return', 'credit_note',
        'balance', 'admin')),
      constraint "billing_invoice_entry_amount_check" check (amount > 0));`)
    this.addSql(`create index if not exists "IDX_billing_invoice_entry_invoice_id" on "billing_invoice_entry"
      (invoice_id) where (deleted_at is null);`)
    this.addSql(`create trigger "billing_invoice_entry_immutable" before delete or update on billing_invoice_entry
      for each row execute function billing_refuse_change();`)
    this.addSql(`create trigger "billing_invoice_entry_no_truncate" before truncate on billing_invoice_entry
      for each statement execute function billing_refuse_change();`)
  }

  private sums(): void {
    const columns = SUMS.map(
      (name) => `add column if not exists "${name}" numeric not null default 0,
        add column if not exists "raw_${name}" jsonb not null default '{"value": "0", "precision": 20}'`,
    )
    this.addSql(`alter table "billing_invoice_payment" drop constraint if exists "billing_invoice_payment_status_check",
      add column if not exists "due_on" text null, ${columns.join(", ")};`)
    this.addSql(`update "billing_invoice_payment" p set due_on = i.due_on, invoice_total = i.total,
        written_off_total = case when p.status = 'uncollectible' then i.total - p.paid_total + p.refunded_total else 0 end,
        open_total = case when p.status in ('uncollectible', 'void') then 0
          else i.total - p.paid_total + p.refunded_total end
      from "billing_invoice" i where i.id = p.invoice_id;`)
    this.addSql(`update "billing_invoice_payment" p set status = case
        when p.status = 'void' then 'void'
        when p.open_total > 0 then case when p.paid_total > p.refunded_total then 'partly_paid' else 'open' end
        when p.written_off_total > 0 then 'written_off' else 'paid' end,
      ${["invoice_total", "open_total", "written_off_total"]
        .map((name) => `raw_${name} = jsonb_build_object('value', p.${name}::text, 'precision', 20)`)
        .join(", ")};`)
    this.addSql(`alter table "billing_invoice_payment" alter column "due_on" set not null;`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_billing_invoice_payment_owed";`)
    this.addSql(`alter table "billing_invoice_payment"
      ${["status", "law", "credited", "refunded", "written_off"]
        .map((name) => `drop constraint if exists "billing_invoice_payment_${name}_check"`)
        .join(", ")};`)
    this.addSql(`update "billing_invoice_payment" set status = case status
      when 'partly_paid' then 'open' when 'credited' then 'void' when 'written_off' then 'uncollectible' else status end;`)
    this.addSql(`alter table "billing_invoice_payment"
      add constraint "billing_invoice_payment_status_check" check (status in ('open', 'paid', 'uncollectible', 'void')),
      drop column if exists "due_on",
      ${SUMS.map((name) => `drop column if exists "${name}", drop column if exists "raw_${name}"`).join(", ")};`)
    this.addSql(`drop table if exists "billing_invoice_entry" cascade;`)
  }
}
