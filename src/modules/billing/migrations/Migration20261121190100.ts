import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Constraints and triggers: issued and logged rows are immutable; figures are valid. */
export class Migration20261121190100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create or replace function billing_refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception 'rows of % never change: correct an invoice with a credit note', tg_table_name
          using errcode = 'restrict_violation';
      end $$;
    `)
    for (const table of ["billing_invoice"]) {
      this.addSql(`
        create trigger "${table}_immutable" before update or delete on "${table}"
        for each row execute function billing_refuse_change();
      `)
      this.addSql(`
        create trigger "${table}_no_truncate" before truncate on "${table}"
        for each statement execute function billing_refuse_change();
      `)
    }
    this.addSql(`alter table "billing_cycle" add constraint "billing_cycle_interval_check"
      check ((interval_unit is null) = (interval_count is null) and (interval_count is null or interval_count > 0));`)
    this.addSql(`alter table "billing_offer" add constraint "billing_offer_duration_check"
      check ((duration_unit is null) = (duration_count is null) and (duration_count is null or duration_count > 0));`)
    this.addSql(`alter table "billing_offer" add constraint "billing_offer_trial_check"
      check (trial_days is null or (trial_days > 0 and payment_type = 'recurring'));`)
    this.addSql(`alter table "billing_setup_fee" add constraint "billing_setup_fee_amount_check" check (amount >= 0);`)
    this.addSql(`alter table "billing_subscription" add constraint "billing_subscription_interval_check"
      check (interval_count > 0 and next_cycle >= 0);`)
    this.addSql(`alter table "billing_subscription_item" add constraint "billing_subscription_item_quantity_check"
      check (quantity > 0 and unit_price >= 0);`)
    this.addSql(`alter table "billing_renewal" add constraint "billing_renewal_period_check"
      check (period_start < period_end and cycle >= 0 and (total is null or total >= 0));`)
    this.addSql(
      `alter table "billing_charge_attempt" add constraint "billing_charge_attempt_amount_check" check (amount > 0);`,
    )
    // Soft deletion must not open a way to bill a cycle or number an invoice twice.
    this.addSql(`create unique index "IDX_billing_renewal_once" on "billing_renewal" ("subscription_id", "cycle");`)
    this.addSql(`create unique index "IDX_billing_invoice_once" on "billing_invoice" ("series", "sequence");`)
    this.addSql(
      `create unique index "IDX_billing_invoice_order_once" on "billing_invoice" ("order_id") where kind = 'invoice';`,
    )
    this.addSql(
      `create unique index "IDX_billing_charge_attempt_once" on "billing_charge_attempt" ("idempotency_key");`,
    )
  }

  override async down(): Promise<void> {
    for (const table of ["billing_invoice"]) {
      this.addSql(`drop trigger if exists "${table}_immutable" on "${table}";`)
      this.addSql(`drop trigger if exists "${table}_no_truncate" on "${table}";`)
    }
    this.addSql(`drop function if exists billing_refuse_change();`)
    this.addSql(`alter table "billing_cycle" drop constraint if exists "billing_cycle_interval_check";`)
    this.addSql(`alter table "billing_offer" drop constraint if exists "billing_offer_duration_check";`)
    this.addSql(`alter table "billing_offer" drop constraint if exists "billing_offer_trial_check";`)
    this.addSql(`alter table "billing_setup_fee" drop constraint if exists "billing_setup_fee_amount_check";`)
    this.addSql(`alter table "billing_subscription" drop constraint if exists "billing_subscription_interval_check";`)
    this.addSql(
      `alter table "billing_subscription_item" drop constraint if exists "billing_subscription_item_quantity_check";`,
    )
    this.addSql(`alter table "billing_renewal" drop constraint if exists "billing_renewal_period_check";`)
    this.addSql(`alter table "billing_charge_attempt" drop constraint if exists "billing_charge_attempt_amount_check";`)
    this.addSql(`drop index if exists "IDX_billing_renewal_once";`)
    this.addSql(`drop index if exists "IDX_billing_invoice_once";`)
    this.addSql(`drop index if exists "IDX_billing_invoice_order_once";`)
    this.addSql(`drop index if exists "IDX_billing_charge_attempt_once";`)
  }
}
