import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Pauses of subscriptions (B24), and renewals that are billed before their cycle starts (B31). */
export class Migration20261129183200 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "billing_subscription"
      add column if not exists "early_on" text null,
      add column if not exists "paused_on" text null,
      add column if not exists "paused_until" text null,
      add column if not exists "paused_days" integer null;`)
    this.addSql(`alter table "billing_subscription" drop constraint if exists "billing_subscription_pause_check";`)
    this.addSql(`alter table "billing_subscription" add constraint "billing_subscription_pause_check" check
      ((paused_until is null) or ((paused_on is not null) and (paused_on < paused_until)));`)
    this.addSql(`create index if not exists "IDX_billing_subscription_paused_until" on "billing_subscription"
      (paused_until, id) where ((status = 'paused') and (paused_until is not null) and (deleted_at is null));`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_billing_subscription_paused_until";`)
    this.addSql(`alter table "billing_subscription" drop constraint if exists "billing_subscription_pause_check";`)
    this.addSql(`alter table "billing_subscription" drop column if exists "early_on",
      drop column if exists "paused_on", drop column if exists "paused_until", drop column if exists "paused_days";`)
  }
}
