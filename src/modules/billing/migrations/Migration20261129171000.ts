import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const ATTEMPTS = [
  "started",
  "paid",
  "soft_declined",
  "hard_declined",
  "requires_action",
  "unknown",
  "withdrawn",
  "returned",
]
const OPEN = ["started", "unknown", "requires_action", "paid"]

const quoted = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(", ")

/** Attempts in full, what is overdue, and payments that fail after they were settled. */
export class Migration20261129171000 extends Migration {
  override async up(): Promise<void> {
    this.attempts([...ATTEMPTS, "processing", "reversed"], [...OPEN, "processing"])
    this.addSql(`alter table "billing_charge_attempt" add column if not exists "provider_reference" text null;`)
    this.addSql(`create index if not exists "IDX_billing_charge_attempt_provider_reference" on "billing_charge_attempt"
      (provider_reference) where ((provider_reference is not null) and (deleted_at is null));`)
    this.addSql(`alter table "billing_renewal" add column if not exists "dunning_from" text null;`)
    this.addSql(`create index if not exists "IDX_billing_renewal_owed" on "billing_renewal"
      (subscription_id) where ((status in ('issued', 'failed')) and (deleted_at is null));`)
    this.addSql(`create index if not exists "IDX_billing_renewal_invoice_id" on "billing_renewal"
      (invoice_id) where ((invoice_id is not null) and (deleted_at is null));`)
    this.addSql(`alter table "billing_subscription"
      add column if not exists "anchor_cycle" integer not null default 0,
      add column if not exists "dunning_on" text null,
      add column if not exists "suspend_on" text null,
      add column if not exists "terminate_on" text null,
      add column if not exists "suspended_reason" text null,
      add column if not exists "is_hard_declined" boolean not null default false;`)
    this.addSql(`update "billing_subscription" set suspended_reason = 'manual' where status = 'suspended';`)
    this.addSql(`alter table "billing_subscription" add constraint "billing_subscription_suspended_reason_check"
      check ((suspended_reason is null or suspended_reason in ('overdue', 'manual'))
        and (status <> 'suspended' or suspended_reason is not null));`)
    this.addSql(`create index if not exists "IDX_billing_subscription_dunning_on" on "billing_subscription"
      (dunning_on, id) where ((dunning_on is not null) and (deleted_at is null));`)
    // What runs and owes is looked at by the first tick.
    this.addSql(`update "billing_subscription" s set dunning_on = '1970-01-01'
      where status in ('trialing', 'active', 'past_due', 'suspended') and exists (select 1 from billing_renewal r
        where r.subscription_id = s.id and r.status in ('issued', 'failed') and r.collect_on is null
          and r.deleted_at is null);`)
    this.returns()
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "billing_payment_return";`)
    this.addSql(`drop index if exists "IDX_billing_payment_reference";`)
    this.addSql(`drop index if exists "IDX_billing_subscription_dunning_on";`)
    this.addSql(`alter table "billing_subscription"
      drop constraint if exists "billing_subscription_suspended_reason_check";`)
    this.addSql(`alter table "billing_subscription" drop column if exists "anchor_cycle",
      drop column if exists "dunning_on", drop column if exists "suspend_on", drop column if exists "terminate_on",
      drop column if exists "suspended_reason", drop column if exists "is_hard_declined";`)
    this.addSql(`drop index if exists "IDX_billing_renewal_owed";`)
    this.addSql(`drop index if exists "IDX_billing_renewal_invoice_id";`)
    this.addSql(`alter table "billing_renewal" drop column if exists "dunning_from";`)
    this.addSql(`drop index if exists "IDX_billing_charge_attempt_provider_reference";`)
    this.addSql(`alter table "billing_charge_attempt" drop column if exists "provider_reference";`)
    this.addSql(`update "billing_charge_attempt" set status = 'unknown' where status = 'processing';`)
    this.addSql(`update "billing_charge_attempt" set status = 'returned' where status = 'reversed';`)
    this.attempts(ATTEMPTS, OPEN)
  }

  private attempts(statuses: readonly string[], open: readonly string[]): void {
    this.addSql(`alter table "billing_charge_attempt" drop constraint if exists "billing_charge_attempt_status_check";`)
    this.addSql(`alter table "billing_charge_attempt" add constraint "billing_charge_attempt_status_check"
      check (status in (${quoted(statuses)}));`)
    this.addSql(`drop index if exists "IDX_billing_charge_attempt_single_open";`)
    this.addSql(`create unique index "IDX_billing_charge_attempt_single_open" on "billing_charge_attempt"
      (renewal_id) where ((status in (${quoted(open)})) and (deleted_at is null));`)
  }

  private returns(): void {
    this.addSql(`create table if not exists "billing_payment_return" (
      "id" text not null, "payment_id" text not null, "reference" text not null, "order_id" text not null,
      "reason" text not null, "code" text null, "amount" numeric not null, "raw_amount" jsonb not null,
      "currency_code" text not null, "as_of" text not null, "reinstated_on" text null,
      "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(),
      "deleted_at" timestamptz null,
      constraint "billing_payment_return_pkey" primary key (id),
      constraint "billing_payment_return_reason_check" check (reason in ('returned', 'disputed')),
      constraint "billing_payment_return_amount_check" check (amount > 0));`)
    this.addSql(`create unique index if not exists "IDX_billing_payment_return_reference" on "billing_payment_return"
      (payment_id, reference) where (deleted_at is null);`)
    this.addSql(`create index if not exists "IDX_billing_payment_return_order_id" on "billing_payment_return"
      (order_id) where (deleted_at is null);`)
    this.addSql(`create index if not exists "IDX_billing_payment_return_deleted_at" on "billing_payment_return"
      (deleted_at) where (deleted_at is not null);`)
    // A provider names a payment by its own id, which Medusa keeps in the payment's data.
    this.addSql(`do $$ begin
      if to_regclass('payment') is not null then
        execute 'create index if not exists "IDX_billing_payment_reference" on payment ((data ->> ''id''))
          where ((data ->> ''id'') is not null) and deleted_at is null';
      end if;
    end $$;`)
  }
}
