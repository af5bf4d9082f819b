import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const UNITS = "('day', 'week', 'month', 'year')"

/** A fixed number of cycles (B5b), a billing day (B5a), a minimum term and a notice (B23): of offers, and as they were sold. */
export class Migration20261129192000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "billing_offer"
      add column if not exists "cycle_limit" integer null,
      add column if not exists "billing_day" integer null,
      add column if not exists "billing_month" integer null,
      add column if not exists "minimum_term_unit" text null,
      add column if not exists "minimum_term_count" integer null,
      add column if not exists "notice_unit" text null,
      add column if not exists "notice_count" integer null;`)
    this.addSql(`alter table "billing_offer" drop constraint if exists "billing_offer_terms_check";`)
    this.addSql(`alter table "billing_offer" add constraint "billing_offer_terms_check" check
      (((cycle_limit is null) or (cycle_limit > 0))
        and ((billing_day is null) = (billing_month is null))
        and ((billing_day is null) or ((billing_day between 1 and 31) and (billing_month between 1 and 12)))
        and ((minimum_term_unit is null) = (minimum_term_count is null))
        and ((minimum_term_unit is null) or ((minimum_term_unit in ${UNITS}) and (minimum_term_count > 0)))
        and ((notice_unit is null) = (notice_count is null))
        and ((notice_unit is null) or ((notice_unit in ${UNITS}) and (notice_count > 0))));`)
    this.addSql(`alter table "billing_subscription"
      add column if not exists "end_cycle" integer null,
      add column if not exists "billing_day" integer null,
      add column if not exists "billing_month" integer null,
      add column if not exists "minimum_term_on" text null,
      add column if not exists "notice_unit" text null,
      add column if not exists "notice_count" integer null;`)
    this.addSql(`alter table "billing_subscription" drop constraint if exists "billing_subscription_terms_check";`)
    this.addSql(`alter table "billing_subscription" add constraint "billing_subscription_terms_check" check
      (((end_cycle is null) or (next_cycle <= end_cycle))
        and ((billing_day is null) = (billing_month is null))
        and ((billing_day is null) or ((billing_day between 1 and 31) and (billing_month between 1 and 12)))
        and ((notice_unit is null) = (notice_count is null))
        and ((notice_unit is null) or ((notice_unit in ${UNITS}) and (notice_count > 0))));`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table "billing_subscription" drop constraint if exists "billing_subscription_terms_check";`)
    this.addSql(`alter table "billing_subscription" drop column if exists "end_cycle",
      drop column if exists "billing_day", drop column if exists "billing_month",
      drop column if exists "minimum_term_on", drop column if exists "notice_unit",
      drop column if exists "notice_count";`)
    this.addSql(`alter table "billing_offer" drop constraint if exists "billing_offer_terms_check";`)
    this.addSql(`alter table "billing_offer" drop column if exists "cycle_limit", drop column if exists "billing_day",
      drop column if exists "billing_month", drop column if exists "minimum_term_unit",
      drop column if exists "minimum_term_count", drop column if exists "notice_unit",
      drop column if exists "notice_count";`)
  }
}
