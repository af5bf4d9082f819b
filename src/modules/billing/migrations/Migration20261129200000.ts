import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** New prices that customers are told of, or asked about (B22). */
export class Migration20261129200000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "billing_price_change" (
      "id" text not null, "migration_id" text not null, "subscription_id" text not null, "mode" text not null,
      "status" text not null, "changes" jsonb not null, "effective_on" text not null, "tell_on" text not null,
      "answer_until" text null, "without_consent" text null, "answered_on" text null, "answered_by" text null,
      "ends_on" text null, "as_of" text not null, "actor" text not null,
      "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(),
      "deleted_at" timestamptz null,
      constraint "billing_price_change_pkey" primary key (id),
      constraint "billing_price_change_mode_check" check (mode in ('at_once', 'announce', 'ask')),
      constraint "billing_price_change_status_check" check (status in
        ('announced', 'asked', 'accepted', 'refused', 'unanswered', 'applied', 'withdrawn')),
      constraint "billing_price_change_without_consent_check" check (without_consent in ('keep', 'end')),
      constraint "billing_price_change_asked_check" check
        ((mode = 'ask') = (answer_until is not null) and (mode = 'ask') = (without_consent is not null)));`)
    this.addSql(`create unique index if not exists "IDX_billing_price_change_open" on "billing_price_change"
      (subscription_id) where ((status in ('announced', 'asked', 'accepted')) and (deleted_at is null));`)
    this.addSql(`create index if not exists "IDX_billing_price_change_effective" on "billing_price_change"
      (effective_on, id) where ((status in ('announced', 'accepted')) and (deleted_at is null));`)
    this.addSql(`create index if not exists "IDX_billing_price_change_asked" on "billing_price_change"
      (answer_until, id) where ((status = 'asked') and (deleted_at is null));`)
    this.addSql(`create index if not exists "IDX_billing_price_change_tell" on "billing_price_change"
      (tell_on, subscription_id) where ((status in ('announced', 'asked')) and (deleted_at is null));`)
    this.addSql(`create index if not exists "IDX_billing_price_change_told" on "billing_price_change"
      (updated_at) where ((status in ('announced', 'asked')) and (deleted_at is null));`)
    this.addSql(`create index if not exists "IDX_billing_price_change_subscription" on "billing_price_change"
      (subscription_id, id) where (deleted_at is null);`)
    this.addSql(`create index if not exists "IDX_billing_price_change_migration" on "billing_price_change"
      (migration_id, id) where (deleted_at is null);`)
    this.addSql(`create index if not exists "IDX_billing_price_change_status" on "billing_price_change"
      (status, id) where (deleted_at is null);`)
    this.addSql(`create index if not exists "IDX_billing_price_change_deleted_at" on "billing_price_change"
      (deleted_at) where (deleted_at is not null);`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "billing_price_change" cascade;`)
  }
}
