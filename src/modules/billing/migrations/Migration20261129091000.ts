import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const TIMES = `"created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(),
      "deleted_at" timestamptz null`

/** The billing room's tables, with the guards that no code can go around. */
export class Migration20261129091000 extends Migration {
  override async up(): Promise<void> {
    this.offers()
    this.subscriptions()
    this.renewals()
    this.invoices()
    this.runs()
    this.guards()
  }

  override async down(): Promise<void> {
    for (const table of [
      "billing_run_share",
      "billing_run",
      "billing_invoice_series",
      "billing_invoice_payment",
      "billing_invoice",
      "billing_charge_attempt",
      "billing_renewal",
      "billing_saved_method",
      "billing_subscription_item",
      "billing_subscription",
      "billing_trial_use",
      "billing_setup_fee",
      "billing_cycle",
      "billing_offer",
    ]) {
      this.addSql(`drop table if exists "${table}" cascade;`)
    }
    this.addSql(`drop function if exists billing_refuse_change();`)
  }

  private offers(): void {
    this.addSql(`create table if not exists "billing_offer" (
      "id" text not null, "product_id" text not null, "payment_type" text not null,
      "provisioning_type" text null, "auto_create_service" boolean not null default true,
      "rank" integer not null default 0, "hidden" boolean not null default false,
      "on_request" boolean not null default false, "collection_method" text null, "trial_days" integer null,
      "duration_unit" text null, "duration_count" integer null, "cross_sells" jsonb not null default '[]',
      ${TIMES},
      constraint "billing_offer_pkey" primary key (id),
      constraint "billing_offer_collection_method_check" check (collection_method in ('charge_automatically',
        'send_invoice')),
      constraint "billing_offer_duration_check" check (((duration_unit is null) = (duration_count is null)) and
        ((duration_count is null) or (duration_count > 0))),
      constraint "billing_offer_duration_unit_check" check (duration_unit in ('day', 'week', 'month', 'year')),
      constraint "billing_offer_payment_type_check" check (payment_type in ('free', 'lifetime', 'recurring')),
      constraint "billing_offer_trial_check" check ((trial_days is null) or ((trial_days > 0) and (payment_type =
        'recurring'))));`)
    this.addSql(`create index if not exists "IDX_billing_offer_deleted_at" on "billing_offer"
      (deleted_at) where (deleted_at is null);`)
    this.addSql(`create index if not exists "IDX_billing_offer_hidden" on "billing_offer"
      (product_id) where (hidden and (deleted_at is null));`)
    this.addSql(`create unique index if not exists "IDX_billing_offer_product_id" on "billing_offer"
      (product_id) where (deleted_at is null);`)
    this.addSql(`create table if not exists "billing_cycle" (
      "id" text not null, "variant_id" text not null, "interval_unit" text null, "interval_count" integer null,
      "rank" integer not null default 0, "offer_id" text not null,
      "made_variant" boolean not null default false, ${TIMES},
      constraint "billing_cycle_pkey" primary key (id),
      constraint "billing_cycle_interval_check" check (((interval_unit is null) = (interval_count is null)) and
        ((interval_count is null) or (interval_count > 0))),
      constraint "billing_cycle_interval_unit_check" check (interval_unit in ('day', 'week', 'month', 'year')));`)
    this.addSql(`alter table "billing_cycle" add constraint "billing_cycle_offer_id_foreign"
      foreign key (offer_id) references billing_offer(id) on update cascade on delete cascade;`)
    this.addSql(`create index if not exists "IDX_billing_cycle_deleted_at" on "billing_cycle"
      (deleted_at) where (deleted_at is null);`)
    this.addSql(`create unique index if not exists "IDX_billing_cycle_interval" on "billing_cycle"
      (offer_id, interval_unit, interval_count) where ((interval_unit is not null) and (deleted_at is null));`)
    this.addSql(`create index if not exists "IDX_billing_cycle_offer_id" on "billing_cycle"
      (offer_id) where (deleted_at is null);`)
    this.addSql(`create unique index if not exists "IDX_billing_cycle_variant_id" on "billing_cycle"
      (variant_id) where (deleted_at is null);`)
    this.addSql(`create table if not exists "billing_setup_fee" (
      "id" text not null, "currency_code" text not null, "amount" numeric not null, "cycle_id" text not null,
      "raw_amount" jsonb not null, ${TIMES},
      constraint "billing_setup_fee_pkey" primary key (id),
      constraint "billing_setup_fee_amount_check" check (amount >= 0));`)
    this.addSql(`alter table "billing_setup_fee" add constraint "billing_setup_fee_cycle_id_foreign"
      foreign key (cycle_id) references billing_cycle(id) on update cascade on delete cascade;`)
    this.addSql(`create unique index if not exists "IDX_billing_setup_fee_currency" on "billing_setup_fee"
      (cycle_id, currency_code) where (deleted_at is null);`)
    this.addSql(`create index if not exists "IDX_billing_setup_fee_cycle_id" on "billing_setup_fee"
      (cycle_id) where (deleted_at is null);`)
    this.addSql(`create index if not exists "IDX_billing_setup_fee_deleted_at" on "billing_setup_fee"
      (deleted_at) where (deleted_at is null);`)
    this.addSql(`create table if not exists "billing_trial_use" (
      "id" text not null, "customer_id" text not null, "offer_id" text not null, "order_line_id" text not null,
      ${TIMES},
      constraint "billing_trial_use_pkey" primary key (id));`)
    this.addSql(`create unique index if not exists "IDX_billing_trial_use_customer_offer" on "billing_trial_use"
      (customer_id, offer_id) where (deleted_at is null);`)
    this.addSql(`create index if not exists "IDX_billing_trial_use_deleted_at" on "billing_trial_use"
      (deleted_at) where (deleted_at is null);`)
  }

  private subscriptions(): void {
    this.addSql(`create table if not exists "billing_subscription" (
      "id" text not null, "display_id" serial, "status" text not null, "payment_type" text not null,
      "customer_id" text null, "email" text null, "order_id" text not null, "cart_id" text null,
      "region_id" text null, "sales_channel_id" text null, "currency_code" text not null, "locale" text null,
      "interval_unit" text not null, "interval_count" integer not null, "anchor_on" text not null,
      "next_cycle" integer not null, "period_start" text null, "period_end" text null, "next_due_on" text null,
      "trial_end_on" text null, "expires_on" text null, "cancel_on" text null, "cancel_reason" text null,
      "canceled_on" text null, "ended_on" text null, "collection_method" text not null,
      "payment_provider_id" text null, "payment_method" jsonb null, "shipping_address" jsonb null,
      "billing_address" jsonb null, "claimed_by" text null, "claimed_until" timestamptz null,
      "billed_by_run" text null, ${TIMES},
      constraint "billing_subscription_pkey" primary key (id),
      constraint "billing_subscription_collection_method_check" check (collection_method in ('charge_automatically',
        'send_invoice')),
      constraint "billing_subscription_interval_check" check ((interval_count > 0) and (next_cycle >= 0)),
      constraint "billing_subscription_interval_unit_check" check (interval_unit in ('day', 'week', 'month', 'year')),
      constraint "billing_subscription_status_check" check (status in ('pending', 'trialing', 'active', 'past_due',
        'suspended', 'paused', 'canceled', 'expired')));`)
    this.addSql(`create index if not exists "IDX_billing_subscription_claimed_by" on "billing_subscription"
      (claimed_by) where (claimed_by is not null);`)
    this.addSql(`create index if not exists "IDX_billing_subscription_customer_id" on "billing_subscription"
      (customer_id) where (deleted_at is null);`)
    this.addSql(`create index if not exists "IDX_billing_subscription_deleted_at" on "billing_subscription"
      (deleted_at) where (deleted_at is null);`)
    this.addSql(`create index if not exists "IDX_billing_subscription_display_id" on "billing_subscription"
      (display_id) where (deleted_at is null);`)
    // A worker claims the next batch in the order of date and id, without sorting all that is due.
    this.addSql(`create index if not exists "IDX_billing_subscription_next_due_on" on "billing_subscription"
      (next_due_on, id) where ((next_due_on is not null) and (deleted_at is null));`)
    this.addSql(`create index if not exists "IDX_billing_subscription_order_id" on "billing_subscription"
      (order_id) where (deleted_at is null);`)
    this.addSql(`create index if not exists "IDX_billing_subscription_status" on "billing_subscription"
      (status, id) where (deleted_at is null);`)
    this.addSql(`create table if not exists "billing_subscription_item" (
      "id" text not null, "kind" text not null, "quantity" integer not null, "offer_id" text not null,
      "cycle_id" text not null, "product_id" text not null, "variant_id" text not null, "title" text not null,
      "unit_price" numeric not null, "is_tax_inclusive" boolean not null default false,
      "snapshot" jsonb not null, "order_line_id" text null, "split_from_id" text null,
      "subscription_id" text not null, "raw_unit_price" jsonb not null, "discounts" jsonb not null default '[]',
      ${TIMES},
      constraint "billing_subscription_item_pkey" primary key (id),
      constraint "billing_subscription_item_kind_check" check (kind in ('product', 'package', 'content', 'option')),
      constraint "billing_subscription_item_quantity_check" check ((quantity > 0) and (unit_price >= 0)));`)
    this
      .addSql(`alter table "billing_subscription_item" add constraint "billing_subscription_item_subscription_id_foreign"
      foreign key (subscription_id) references billing_subscription(id) on update cascade on delete cascade;`)
    this.addSql(`create index if not exists "IDX_billing_subscription_item_cycle_id" on "billing_subscription_item"
      (cycle_id) where (deleted_at is null);`)
    this.addSql(`create index if not exists "IDX_billing_subscription_item_deleted_at" on "billing_subscription_item"
      (deleted_at) where (deleted_at is null);`)
    this
      .addSql(`create unique index if not exists "IDX_billing_subscription_item_order_line_id" on "billing_subscription_item"
      (order_line_id) where ((order_line_id is not null) and (deleted_at is null));`)
    this.addSql(`create index if not exists "IDX_billing_subscription_item_product_id" on "billing_subscription_item"
      (product_id) where (deleted_at is null);`)
    this
      .addSql(`create index if not exists "IDX_billing_subscription_item_subscription_id" on "billing_subscription_item"
      (subscription_id) where (deleted_at is null);`)
    // What runs on a variant or a cycle is found before it is removed (B12).
    this.addSql(`create index if not exists "IDX_billing_subscription_item_variant_id" on "billing_subscription_item"
      (variant_id) where (deleted_at is null);`)
    this.addSql(`create table if not exists "billing_saved_method" (
      "id" text not null, "cart_id" text not null, "customer_id" text not null,
      "payment_provider_id" text not null, "payment_method" jsonb not null, ${TIMES},
      constraint "billing_saved_method_pkey" primary key (id));`)
    this.addSql(`create unique index if not exists "IDX_billing_saved_method_cart_id" on "billing_saved_method"
      (cart_id) where (deleted_at is null);`)
    this.addSql(`create index if not exists "IDX_billing_saved_method_deleted_at" on "billing_saved_method"
      (deleted_at) where (deleted_at is null);`)
  }

  private renewals(): void {
    this.addSql(`create table if not exists "billing_renewal" (
      "id" text not null, "subscription_id" text not null, "cycle" integer not null,
      "period_start" text not null, "period_end" text not null, "due_on" text not null, "status" text not null,
      "reason" text null, "order_id" text null, "invoice_id" text null, "payment_collection_id" text null,
      "currency_code" text not null, "total" numeric null, "collect_on" text null, "run_id" text null,
      "raw_total" jsonb null, "collected_by_run" text null, "claimed_by" text null,
      "claimed_until" timestamptz null, "attempts" integer not null default 0, ${TIMES},
      constraint "billing_renewal_pkey" primary key (id),
      constraint "billing_renewal_period_check" check ((period_start < period_end) and (cycle >= 0) and ((total is
        null) or (total >= 0))),
      constraint "billing_renewal_status_check" check (status in ('preparing', 'issued', 'paid', 'failed', 'skipped')));`)
    this.addSql(`create index if not exists "IDX_billing_renewal_claimed_by" on "billing_renewal"
      (claimed_by) where (claimed_by is not null);`)
    this.addSql(`create index if not exists "IDX_billing_renewal_collect_on" on "billing_renewal"
      (collect_on, id) where ((collect_on is not null) and (deleted_at is null));`)
    this.addSql(`create index if not exists "IDX_billing_renewal_deleted_at" on "billing_renewal"
      (deleted_at) where (deleted_at is null);`)
    // Soft deletion must not allow a cycle to be billed twice.
    this.addSql(`create unique index if not exists "IDX_billing_renewal_once" on "billing_renewal"
      (subscription_id, cycle);`)
    this.addSql(`create unique index if not exists "IDX_billing_renewal_order_id" on "billing_renewal"
      (order_id) where ((order_id is not null) and (deleted_at is null));`)
    this.addSql(`create index if not exists "IDX_billing_renewal_preparing" on "billing_renewal"
      (id) where (status = 'preparing');`)
    this.addSql(`create unique index if not exists "IDX_billing_renewal_subscription_cycle" on "billing_renewal"
      (subscription_id, cycle) where (deleted_at is null);`)
    this.addSql(`create table if not exists "billing_charge_attempt" (
      "id" text not null, "renewal_id" text not null, "subscription_id" text not null,
      "number" integer not null, "idempotency_key" text not null, "status" text not null, "reason" text null,
      "amount" numeric not null, "currency_code" text not null, "payment_provider_id" text not null,
      "payment_session_id" text null, "payment_id" text null, "as_of" text not null,
      "finished_at" timestamptz null, "raw_amount" jsonb not null, ${TIMES},
      constraint "billing_charge_attempt_pkey" primary key (id),
      constraint "billing_charge_attempt_amount_check" check (amount > 0),
      constraint "billing_charge_attempt_status_check" check (status in ('started', 'paid', 'soft_declined',
        'hard_declined', 'requires_action', 'unknown')));`)
    this.addSql(`create index if not exists "IDX_billing_charge_attempt_deleted_at" on "billing_charge_attempt"
      (deleted_at) where (deleted_at is null);`)
    this.addSql(`create unique index if not exists "IDX_billing_charge_attempt_key" on "billing_charge_attempt"
      (idempotency_key) where (deleted_at is null);`)
    this.addSql(`create unique index if not exists "IDX_billing_charge_attempt_number" on "billing_charge_attempt"
      (renewal_id, number) where (deleted_at is null);`)
    // Nor an attempt to be charged twice.
    this.addSql(`create unique index if not exists "IDX_billing_charge_attempt_once" on "billing_charge_attempt"
      (idempotency_key);`)
    // At most one attempt of a renewal is paid or has an unknown outcome.
    this.addSql(`create unique index if not exists "IDX_billing_charge_attempt_single_open" on "billing_charge_attempt"
      (renewal_id) where ((status in ('started', 'unknown', 'requires_action', 'paid')) and (deleted_at is null));`)
    this.addSql(`create index if not exists "IDX_billing_charge_attempt_subscription_id" on "billing_charge_attempt"
      (subscription_id) where (deleted_at is null);`)
  }

  private invoices(): void {
    this.addSql(`create table if not exists "billing_invoice" (
      "id" text not null, "kind" text not null, "series" text not null, "sequence" integer not null,
      "number" text not null, "order_id" text not null, "renewal_id" text null, "subscription_id" text null,
      "customer_id" text null, "corrects_invoice_id" text null, "issued_on" text not null,
      "due_on" text not null, "currency_code" text not null, "subtotal" numeric not null,
      "tax_total" numeric not null, "total" numeric not null, "document" jsonb not null,
      "raw_subtotal" jsonb not null, "raw_tax_total" jsonb not null, "raw_total" jsonb not null, ${TIMES},
      constraint "billing_invoice_pkey" primary key (id),
      constraint "billing_invoice_kind_check" check (kind in ('invoice', 'credit_note')));`)
    this.addSql(`create index if not exists "IDX_billing_invoice_customer_id" on "billing_invoice"
      (customer_id) where (deleted_at is null);`)
    this.addSql(`create index if not exists "IDX_billing_invoice_deleted_at" on "billing_invoice"
      (deleted_at) where (deleted_at is null);`)
    this.addSql(`create index if not exists "IDX_billing_invoice_latest" on "billing_invoice"
      (sequence) where (deleted_at is null);`)
    this.addSql(`create unique index if not exists "IDX_billing_invoice_number" on "billing_invoice"
      (number) where (deleted_at is null);`)
    this.addSql(`create index if not exists "IDX_billing_invoice_of_order" on "billing_invoice"
      (order_id) where (deleted_at is null);`)
    // Nor a number to be used twice.
    this.addSql(`create unique index if not exists "IDX_billing_invoice_once" on "billing_invoice"
      (series, sequence);`)
    this.addSql(`create unique index if not exists "IDX_billing_invoice_order_id" on "billing_invoice"
      (order_id) where ((kind = 'invoice') and (deleted_at is null));`)
    // Nor an order to be invoiced twice.
    this.addSql(`create unique index if not exists "IDX_billing_invoice_order_once" on "billing_invoice"
      (order_id) where (kind = 'invoice');`)
    this.addSql(`create unique index if not exists "IDX_billing_invoice_sequence" on "billing_invoice"
      (series, sequence) where (deleted_at is null);`)
    this.addSql(`create index if not exists "IDX_billing_invoice_subscription_id" on "billing_invoice"
      (subscription_id) where (deleted_at is null);`)
    this.addSql(`create table if not exists "billing_invoice_payment" (
      "invoice_id" text not null, "status" text not null, "paid_total" numeric not null, "paid_on" text null,
      "raw_paid_total" jsonb not null, ${TIMES},
      constraint "billing_invoice_payment_pkey" primary key (invoice_id),
      constraint "billing_invoice_payment_status_check" check (status in ('open', 'paid', 'uncollectible', 'void')));`)
    this.addSql(`create index if not exists "IDX_billing_invoice_payment_deleted_at" on "billing_invoice_payment"
      (deleted_at) where (deleted_at is null);`)
    this.addSql(`create index if not exists "IDX_billing_invoice_payment_status" on "billing_invoice_payment"
      (status) where (deleted_at is null);`)
    this.addSql(`create table if not exists "billing_invoice_series" (
      "series" text not null, "last_sequence" integer not null default 0, ${TIMES},
      constraint "billing_invoice_series_pkey" primary key (series));`)
    this.addSql(`create index if not exists "IDX_billing_invoice_series_deleted_at" on "billing_invoice_series"
      (deleted_at) where (deleted_at is null);`)
  }

  private runs(): void {
    this.addSql(`create table if not exists "billing_run" (
      "id" text not null, "as_of" text not null, "status" text not null, "requested_by" text not null,
      "started_at" timestamptz null, "finished_at" timestamptz null, "issued" integer not null default 0,
      "paid" integer not null default 0, "declined" integer not null default 0,
      "unknown" integer not null default 0, "skipped" integer not null default 0,
      "ended" integer not null default 0, "error" text null, ${TIMES},
      constraint "billing_run_pkey" primary key (id),
      constraint "billing_run_status_check" check (status in ('queued', 'running', 'completed', 'stopped', 'failed')));`)
    this.addSql(`create index if not exists "IDX_billing_run_deleted_at" on "billing_run"
      (deleted_at) where (deleted_at is null);`)
    this.addSql(`create index if not exists "IDX_billing_run_open" on "billing_run"
      (status) where ((status in ('queued', 'running')) and (deleted_at is null));`)
    // Two schedulers that tick at once find the same run.
    this.addSql(`create unique index if not exists "IDX_billing_run_open_as_of" on "billing_run"
      (as_of) where ((status in ('queued', 'running')) and (deleted_at is null));`)
    this.addSql(`create table if not exists "billing_run_share" (
      "id" text not null, "run_id" text not null, "worker" text not null,
      "subscriptions" integer not null default 0, "last_seen_at" timestamptz not null, ${TIMES},
      constraint "billing_run_share_pkey" primary key (id));`)
    this.addSql(`create index if not exists "IDX_billing_run_share_deleted_at" on "billing_run_share"
      (deleted_at) where (deleted_at is null);`)
    this.addSql(`create unique index if not exists "IDX_billing_run_share_worker" on "billing_run_share"
      (run_id, worker) where (deleted_at is null);`)
  }

  /** What no code can talk its way around. */
  private guards(): void {
    // An issued invoice never changes (B51).
    this.addSql(`create or replace function billing_refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception 'rows of % never change: correct an invoice with a credit note', tg_table_name
          using errcode = 'restrict_violation';
      end $$;`)
    this.addSql(`create trigger "billing_invoice_immutable" before delete or update on billing_invoice
      for each row execute function billing_refuse_change();`)
    this.addSql(`create trigger "billing_invoice_no_truncate" before truncate on billing_invoice
      for each statement execute function billing_refuse_change();`)
  }
}
