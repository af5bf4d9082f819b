import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const DATES = `"created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(),
      "deleted_at" timestamptz null`
const amount = (name: string): string => `"${name}" numeric not null, "raw_${name}" jsonb not null`

/** Figures (B60): what waits to be counted, what each subscription counts, how that moved, and each day's sums. */
export class Migration20261129193100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "billing_figure_event" (
      "id" text not null, "subscription_id" text not null, "type" text not null, "as_of" text not null,
      "currency_code" text null, "is_waiting" boolean not null default true, ${DATES},
      constraint "billing_figure_event_pkey" primary key (id));`)
    this.addSql(`create index if not exists "IDX_billing_figure_event_waiting" on "billing_figure_event" (id)
      where (is_waiting and (deleted_at is null));`)
    this.addSql(`create index if not exists "IDX_billing_figure_event_counted" on "billing_figure_event" (as_of, type)
      where ((not is_waiting) and (deleted_at is null));`)
    this.addSql(`create table if not exists "billing_subscription_figure" (
      "id" text not null, "currency_code" text not null, "is_active" boolean not null, ${amount("mrr")},
      ${amount("at_risk")}, "renews_on" text null, ${amount("renewal_amount")}, ${DATES},
      constraint "billing_subscription_figure_pkey" primary key (id),
      constraint "billing_subscription_figure_counts_check" check
        ((mrr >= 0) and (at_risk >= 0) and (at_risk <= mrr) and (is_active or (mrr = 0))));`)
    this.addSql(`create index if not exists "IDX_billing_subscription_figure_renews_on"
      on "billing_subscription_figure" (renews_on, currency_code)
      where ((renews_on is not null) and (deleted_at is null));`)
    this.addSql(`create index if not exists "IDX_billing_subscription_figure_active"
      on "billing_subscription_figure" (currency_code, id) where (is_active and (deleted_at is null));`)
    this.addSql(`create table if not exists "billing_figure_movement" (
      "id" text not null, "subscription_id" text not null, "currency_code" text not null, "on_date" text not null,
      "kind" text not null, ${amount("mrr")}, ${amount("at_risk")}, "active" integer not null, ${DATES},
      constraint "billing_figure_movement_pkey" primary key (id),
      constraint "billing_figure_movement_kind_check" check (kind in
        ('opening', 'new', 'returned', 'expansion', 'contraction', 'left', 'churned', 'risk')),
      constraint "billing_figure_movement_active_check" check (active between -1 and 1));`)
    this.addSql(`create index if not exists "IDX_billing_figure_movement_on_date"
      on "billing_figure_movement" (on_date, currency_code, kind) where (deleted_at is null);`)
    this.addSql(`create index if not exists "IDX_billing_figure_movement_subscription_id"
      on "billing_figure_movement" (subscription_id) where (deleted_at is null);`)
    this.addSql(`create table if not exists "billing_daily_figure" (
      "id" text not null, "on_date" text not null, "currency_code" text not null, ${amount("mrr")},
      ${amount("at_risk")}, "active" integer not null, "new" integer not null, "churned" integer not null,
      "recovered" integer not null, "failed" integer not null, ${DATES},
      constraint "billing_daily_figure_pkey" primary key (id));`)
    this.addSql(`create unique index if not exists "IDX_billing_daily_figure_day"
      on "billing_daily_figure" (on_date, currency_code) where (deleted_at is null);`)
    // What there is already is counted by the job.
    this.addSql(`insert into "billing_figure_event" (id, subscription_id, type, as_of)
      select 'bfev_' || id, id, 'opening', to_char(now(), 'YYYY-MM-DD') from "billing_subscription"
      where deleted_at is null on conflict do nothing;`)
  }

  override async down(): Promise<void> {
    for (const table of ["daily_figure", "figure_movement", "subscription_figure", "figure_event"]) {
      this.addSql(`drop table if exists "billing_${table}" cascade;`)
    }
  }
}
