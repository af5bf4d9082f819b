import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What is declared on the exit pages (B61), and subscriptions found by their e-mail address. */
export class Migration20261129193000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "billing_exit_request" (
      "id" text not null, "kind" text not null, "status" text not null, "region_id" text not null,
      "language" text not null, "name" text not null, "contract" text not null, "email" text not null,
      "reason" text null, "is_for_cause" boolean not null default false, "wished_on" text null,
      "form_key" text not null, "received_at" timestamptz not null, "as_of" text not null,
      "subscription_id" text null, "left_for" text null, "note" text null, "handled_by" text null,
      "handled_on" text null, "ends_on" text null, "mail_status" text not null,
      "mail_attempts" integer not null default 0, "mail_failures" integer not null default 0,
      "mail_reason" text null, "mail_sent_at" timestamptz null, "next_try_at" timestamptz null,
      "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(),
      "deleted_at" timestamptz null,
      constraint "billing_exit_request_pkey" primary key (id),
      constraint "billing_exit_request_kind_check" check (kind in ('cancel', 'withdraw')),
      constraint "billing_exit_request_status_check" check (status in ('planned', 'open', 'carried_out', 'refused')),
      constraint "billing_exit_request_language_check" check (language in ('en', 'fr', 'de')),
      constraint "billing_exit_request_mail_status_check" check (mail_status in ('waiting', 'sent', 'failed')),
      constraint "billing_exit_request_planned_check" check ((status <> 'planned') or (subscription_id is not null)));`)
    this.addSql(`create unique index if not exists "IDX_billing_exit_request_form_key"
      on "billing_exit_request" (form_key) where (deleted_at is null);`)
    this.addSql(`create index if not exists "IDX_billing_exit_request_next_try_at"
      on "billing_exit_request" (next_try_at) where ((next_try_at is not null) and (deleted_at is null));`)
    this.addSql(`create index if not exists "IDX_billing_exit_request_status"
      on "billing_exit_request" (status, id) where (deleted_at is null);`)
    this.addSql(`create index if not exists "IDX_billing_exit_request_subscription_id"
      on "billing_exit_request" (subscription_id) where (deleted_at is null);`)
    this.addSql(`create index if not exists "IDX_billing_exit_request_deleted_at"
      on "billing_exit_request" (deleted_at) where (deleted_at is not null);`)
    this.addSql(`create index if not exists "IDX_billing_subscription_email"
      on "billing_subscription" (lower(email)) where (deleted_at is null);`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_billing_subscription_email";`)
    this.addSql(`drop table if exists "billing_exit_request" cascade;`)
  }
}
