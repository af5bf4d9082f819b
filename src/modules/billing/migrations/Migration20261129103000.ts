import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Orders that change (decision 0024): what an item has followed of its order line, invoices of lines that an edit
 * added, and the corrections that invoices need.
 */
export class Migration20261129103000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "billing_subscription_item" add column if not exists "ordered" jsonb null;`)
    // Units that were split off belong to the same line.
    this.addSql(`with recursive family as (
        select id, id as root, quantity from billing_subscription_item where order_line_id is not null
        union all
        select i.id, f.root, i.quantity from billing_subscription_item i join family f on i.split_from_id = f.id),
      sold as (select root, sum(quantity)::int as quantity from family group by root)
      update billing_subscription_item i set ordered = jsonb_build_object(
        'quantity', s.quantity, 'unit_price', i.unit_price::text, 'is_tax_inclusive', i.is_tax_inclusive)
      from sold s where s.root = i.id;`)

    this.addSql(`alter table "billing_invoice" add column if not exists "change_id" text null;`)
    this.addSql(`drop index if exists "IDX_billing_invoice_order_id";`)
    this.addSql(`drop index if exists "IDX_billing_invoice_order_once";`)
    this.addSql(`create unique index if not exists "IDX_billing_invoice_order_id" on "billing_invoice"
      (order_id) where ((kind = 'invoice') and (change_id is null) and (deleted_at is null));`)
    // Neither an order nor what an edit added to it is invoiced twice.
    this.addSql(`create unique index if not exists "IDX_billing_invoice_order_once" on "billing_invoice"
      (order_id, coalesce(change_id, '')) where (kind = 'invoice');`)

    this.addSql(`create table if not exists "billing_invoice_correction" (
      "id" text not null, "invoice_id" text not null, "order_id" text not null, "cause" text not null,
      "source_id" text not null, "as_of" text not null, "currency_code" text not null, "amount" numeric not null,
      "raw_amount" jsonb not null, "document_id" text null,
      "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(),
      "deleted_at" timestamptz null,
      constraint "billing_invoice_correction_pkey" primary key (id));`)
    this.addSql(`create index if not exists "IDX_billing_invoice_correction_order_id" on "billing_invoice_correction"
      (order_id) where (deleted_at is null);`)
    this.addSql(`create index if not exists "IDX_billing_invoice_correction_waiting" on "billing_invoice_correction"
      (id) where ((document_id is null) and (deleted_at is null));`)
    this.addSql(`create table if not exists "billing_sale_warning" (
      "id" text not null, "sale" text not null, "actor_id" text not null, "variant_id" text not null,
      "code" text not null, "warned_at" timestamptz not null,
      "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(),
      "deleted_at" timestamptz null,
      constraint "billing_sale_warning_pkey" primary key (id));`)
    // A trial is reserved while its cart is being completed.
    this.addSql(`alter table "billing_trial_use" alter column "order_line_id" drop not null,
      add column if not exists "cart_id" text null, add column if not exists "reserved_at" timestamptz null;`)
    this.addSql(`create index if not exists "IDX_billing_trial_use_order_line_id" on "billing_trial_use"
      (order_line_id) where (deleted_at is null);`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_billing_trial_use_order_line_id";`)
    this.addSql(`delete from "billing_trial_use" where "order_line_id" is null;`)
    this.addSql(`alter table "billing_trial_use" alter column "order_line_id" set not null,
      drop column if exists "cart_id", drop column if exists "reserved_at";`)
    this.addSql(`drop table if exists "billing_sale_warning" cascade;`)
    this.addSql(`drop table if exists "billing_invoice_correction" cascade;`)
    this.addSql(`drop index if exists "IDX_billing_invoice_order_once";`)
    this.addSql(`drop index if exists "IDX_billing_invoice_order_id";`)
    this.addSql(`alter table "billing_invoice" drop column if exists "change_id";`)
    this.addSql(`create unique index if not exists "IDX_billing_invoice_order_id" on "billing_invoice"
      (order_id) where ((kind = 'invoice') and (deleted_at is null));`)
    this.addSql(`create unique index if not exists "IDX_billing_invoice_order_once" on "billing_invoice"
      (order_id) where (kind = 'invoice');`)
    this.addSql(`alter table "billing_subscription_item" drop column if exists "ordered";`)
  }
}
