import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What was paid elsewhere for the period that runs when a subscription is moved in: a change credits what is not used of it. */
export class Migration20261130030100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "billing_subscription" add column if not exists "moved_in_price" text null
      constraint "billing_subscription_moved_in_price_check" check (moved_in_price ~ '^[0-9]+([.][0-9]+)?$');`)
    // What was moved in before has the price that it is billed next; until then nothing was billed here.
    this.addSql(`update billing_subscription s set moved_in_price = trim_scale(i.unit_price)::text
      from billing_subscription_item i
      where s.import_key is not null and s.period_start is not null and i.subscription_id = s.id
        and i.parent_id is null and i.deleted_at is null;`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table "billing_subscription" drop column if exists "moved_in_price";`)
  }
}
