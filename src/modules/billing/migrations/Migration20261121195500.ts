import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** How many attempts to collect a renewal have been settled: the next one's number is the one after. */
export class Migration20261121195500 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "billing_renewal" add column if not exists "attempts" integer not null default 0;`,
    )
    this.addSql(`update "billing_renewal" r set "attempts" = a."attempts" from (
        select "renewal_id", max("number") as "attempts" from "billing_charge_attempt" group by 1) a
      where a."renewal_id" = r."id" and r."status" in ('paid', 'failed');`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "billing_renewal" drop column if exists "attempts";`)
  }
}
