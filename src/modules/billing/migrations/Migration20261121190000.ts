import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261121190000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "billing_charge_attempt" ("id" text not null, "renewal_id" text not null, "subscription_id" text not null, "number" integer not null, "idempotency_key" text not null, "status" text check ("status" in ('started', 'paid', 'soft_declined', 'hard_declined', 'requires_action', 'unknown')) not null, "reason" text null, "amount" numeric not null, "currency_code" text not null, "payment_provider_id" text not null, "payment_session_id" text null, "payment_id" text null, "as_of" text not null, "finished_at" timestamptz null, "raw_amount" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "billing_charge_attempt_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_billing_charge_attempt_deleted_at" ON "billing_charge_attempt" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_billing_charge_attempt_number" ON "billing_charge_attempt" ("renewal_id", "number") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_billing_charge_attempt_key" ON "billing_charge_attempt" ("idempotency_key") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_billing_charge_attempt_single_open" ON "billing_charge_attempt" ("renewal_id") WHERE status IN ('started', 'unknown', 'requires_action', 'paid') AND deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_billing_charge_attempt_subscription_id" ON "billing_charge_attempt" ("subscription_id") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "billing_invoice" ("id" text not null, "kind" text check ("kind" in ('invoice', 'credit_note')) not null, "series" text not null, "sequence" integer not null, "number" text not null, "order_id" text not null, "renewal_id" text null, "subscription_id" text null, "customer_id" text null, "corrects_invoice_id" text null, "issued_on" text not null, "due_on" text not null, "currency_code" text not null, "subtotal" numeric not null, "tax_total" numeric not null, "total" numeric not null, "document" jsonb not null, "raw_subtotal" jsonb not null, "raw_tax_total" jsonb not null, "raw_total" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "billing_invoice_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_billing_invoice_deleted_at" ON "billing_invoice" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_billing_invoice_sequence" ON "billing_invoice" ("series", "sequence") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_billing_invoice_number" ON "billing_invoice" ("number") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_billing_invoice_order_id" ON "billing_invoice" ("order_id") WHERE kind = 'invoice' AND deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_billing_invoice_subscription_id" ON "billing_invoice" ("subscription_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_billing_invoice_customer_id" ON "billing_invoice" ("customer_id") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "billing_invoice_payment" ("invoice_id" text not null, "status" text check ("status" in ('open', 'paid', 'uncollectible', 'void')) not null, "paid_total" numeric not null, "paid_on" text null, "raw_paid_total" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "billing_invoice_payment_pkey" primary key ("invoice_id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_billing_invoice_payment_deleted_at" ON "billing_invoice_payment" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_billing_invoice_payment_status" ON "billing_invoice_payment" ("status") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "billing_invoice_series" ("series" text not null, "last_sequence" integer not null default 0, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "billing_invoice_series_pkey" primary key ("series"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_billing_invoice_series_deleted_at" ON "billing_invoice_series" ("deleted_at") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "billing_offer" ("id" text not null, "product_id" text not null, "payment_type" text check ("payment_type" in ('free', 'lifetime', 'recurring')) not null, "provisioning_type" text null, "auto_create_service" boolean not null default true, "rank" integer not null default 0, "hidden" boolean not null default false, "on_request" boolean not null default false, "collection_method" text check ("collection_method" in ('charge_automatically', 'send_invoice')) null, "trial_days" integer null, "duration_unit" text check ("duration_unit" in ('day', 'week', 'month', 'year')) null, "duration_count" integer null, "cross_sells" jsonb not null default '[]', "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "billing_offer_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_billing_offer_deleted_at" ON "billing_offer" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_billing_offer_product_id" ON "billing_offer" ("product_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_billing_offer_hidden" ON "billing_offer" ("product_id") WHERE hidden AND deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "billing_cycle" ("id" text not null, "variant_id" text not null, "interval_unit" text check ("interval_unit" in ('day', 'week', 'month', 'year')) null, "interval_count" integer null, "rank" integer not null default 0, "offer_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "billing_cycle_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_billing_cycle_offer_id" ON "billing_cycle" ("offer_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_billing_cycle_deleted_at" ON "billing_cycle" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_billing_cycle_variant_id" ON "billing_cycle" ("variant_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_billing_cycle_interval" ON "billing_cycle" ("offer_id", "interval_unit", "interval_count") WHERE interval_unit IS NOT NULL AND deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "billing_renewal" ("id" text not null, "subscription_id" text not null, "cycle" integer not null, "period_start" text not null, "period_end" text not null, "due_on" text not null, "status" text check ("status" in ('preparing', 'issued', 'paid', 'failed', 'skipped')) not null, "reason" text null, "order_id" text null, "invoice_id" text null, "payment_collection_id" text null, "currency_code" text not null, "total" numeric null, "collect_on" text null, "run_id" text null, "raw_total" jsonb null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "billing_renewal_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_billing_renewal_deleted_at" ON "billing_renewal" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_billing_renewal_subscription_cycle" ON "billing_renewal" ("subscription_id", "cycle") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_billing_renewal_order_id" ON "billing_renewal" ("order_id") WHERE order_id IS NOT NULL AND deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_billing_renewal_collect_on" ON "billing_renewal" ("collect_on") WHERE collect_on IS NOT NULL AND deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "billing_run" ("id" text not null, "as_of" text not null, "status" text check ("status" in ('queued', 'running', 'completed', 'stopped', 'failed')) not null, "requested_by" text not null, "started_at" timestamptz null, "finished_at" timestamptz null, "issued" integer not null default 0, "paid" integer not null default 0, "declined" integer not null default 0, "unknown" integer not null default 0, "skipped" integer not null default 0, "ended" integer not null default 0, "error" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "billing_run_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_billing_run_deleted_at" ON "billing_run" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_billing_run_open" ON "billing_run" ("status") WHERE status IN ('queued', 'running') AND deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "billing_run_share" ("id" text not null, "run_id" text not null, "worker" text not null, "subscriptions" integer not null default 0, "last_seen_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "billing_run_share_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_billing_run_share_deleted_at" ON "billing_run_share" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_billing_run_share_worker" ON "billing_run_share" ("run_id", "worker") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "billing_setup_fee" ("id" text not null, "currency_code" text not null, "amount" numeric not null, "cycle_id" text not null, "raw_amount" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "billing_setup_fee_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_billing_setup_fee_cycle_id" ON "billing_setup_fee" ("cycle_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_billing_setup_fee_deleted_at" ON "billing_setup_fee" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_billing_setup_fee_currency" ON "billing_setup_fee" ("cycle_id", "currency_code") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "billing_subscription" ("id" text not null, "display_id" serial, "status" text check ("status" in ('pending', 'trialing', 'active', 'past_due', 'suspended', 'paused', 'canceled', 'expired')) not null, "payment_type" text not null, "customer_id" text null, "email" text null, "order_id" text not null, "cart_id" text null, "region_id" text null, "sales_channel_id" text null, "currency_code" text not null, "locale" text null, "interval_unit" text check ("interval_unit" in ('day', 'week', 'month', 'year')) not null, "interval_count" integer not null, "anchor_on" text not null, "next_cycle" integer not null, "period_start" text null, "period_end" text null, "next_due_on" text null, "trial_end_on" text null, "expires_on" text null, "cancel_on" text null, "cancel_reason" text null, "canceled_on" text null, "ended_on" text null, "collection_method" text check ("collection_method" in ('charge_automatically', 'send_invoice')) not null, "payment_provider_id" text null, "payment_method" jsonb null, "shipping_address" jsonb null, "billing_address" jsonb null, "claimed_by" text null, "claimed_until" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "billing_subscription_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_billing_subscription_deleted_at" ON "billing_subscription" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_billing_subscription_next_due_on" ON "billing_subscription" ("next_due_on") WHERE next_due_on IS NOT NULL AND deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_billing_subscription_customer_id" ON "billing_subscription" ("customer_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_billing_subscription_order_id" ON "billing_subscription" ("order_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_billing_subscription_status" ON "billing_subscription" ("status", "id") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "billing_subscription_item" ("id" text not null, "kind" text check ("kind" in ('product', 'package', 'content', 'option')) not null, "quantity" integer not null, "offer_id" text not null, "cycle_id" text not null, "product_id" text not null, "variant_id" text not null, "title" text not null, "unit_price" numeric not null, "is_tax_inclusive" boolean not null default false, "snapshot" jsonb not null, "order_line_id" text null, "split_from_id" text null, "subscription_id" text not null, "raw_unit_price" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "billing_subscription_item_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_billing_subscription_item_subscription_id" ON "billing_subscription_item" ("subscription_id") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_billing_subscription_item_deleted_at" ON "billing_subscription_item" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_billing_subscription_item_order_line_id" ON "billing_subscription_item" ("order_line_id") WHERE order_line_id IS NOT NULL AND deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_billing_subscription_item_product_id" ON "billing_subscription_item" ("product_id") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `create table if not exists "billing_trial_use" ("id" text not null, "customer_id" text not null, "offer_id" text not null, "order_line_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "billing_trial_use_pkey" primary key ("id"));`,
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_billing_trial_use_deleted_at" ON "billing_trial_use" ("deleted_at") WHERE deleted_at IS NULL;`,
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_billing_trial_use_customer_offer" ON "billing_trial_use" ("customer_id", "offer_id") WHERE deleted_at IS NULL;`,
    )

    this.addSql(
      `alter table if exists "billing_cycle" add constraint "billing_cycle_offer_id_foreign" foreign key ("offer_id") references "billing_offer" ("id") on update cascade on delete cascade;`,
    )

    this.addSql(
      `alter table if exists "billing_setup_fee" add constraint "billing_setup_fee_cycle_id_foreign" foreign key ("cycle_id") references "billing_cycle" ("id") on update cascade on delete cascade;`,
    )

    this.addSql(
      `alter table if exists "billing_subscription_item" add constraint "billing_subscription_item_subscription_id_foreign" foreign key ("subscription_id") references "billing_subscription" ("id") on update cascade on delete cascade;`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "billing_cycle" drop constraint if exists "billing_cycle_offer_id_foreign";`)

    this.addSql(
      `alter table if exists "billing_setup_fee" drop constraint if exists "billing_setup_fee_cycle_id_foreign";`,
    )

    this.addSql(
      `alter table if exists "billing_subscription_item" drop constraint if exists "billing_subscription_item_subscription_id_foreign";`,
    )

    this.addSql(`drop table if exists "billing_charge_attempt" cascade;`)

    this.addSql(`drop table if exists "billing_invoice" cascade;`)

    this.addSql(`drop table if exists "billing_invoice_payment" cascade;`)

    this.addSql(`drop table if exists "billing_invoice_series" cascade;`)

    this.addSql(`drop table if exists "billing_offer" cascade;`)

    this.addSql(`drop table if exists "billing_cycle" cascade;`)

    this.addSql(`drop table if exists "billing_renewal" cascade;`)

    this.addSql(`drop table if exists "billing_run" cascade;`)

    this.addSql(`drop table if exists "billing_run_share" cascade;`)

    this.addSql(`drop table if exists "billing_setup_fee" cascade;`)

    this.addSql(`drop table if exists "billing_subscription" cascade;`)

    this.addSql(`drop table if exists "billing_subscription_item" cascade;`)

    this.addSql(`drop table if exists "billing_trial_use" cascade;`)
  }
}
