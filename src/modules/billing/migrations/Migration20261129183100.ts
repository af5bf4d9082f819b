import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** A period that a change has ended on its first day is empty: its invoice is credited whole. */
export class Migration20261129183100 extends Migration {
  override async up(): Promise<void> {
    this.replace("<=")
  }

  override async down(): Promise<void> {
    this.replace("<")
  }

  private replace(comparison: "<" | "<="): void {
    this.addSql(`alter table "billing_renewal" drop constraint if exists "billing_renewal_period_check";`)
    this.addSql(`alter table "billing_renewal" add constraint "billing_renewal_period_check" check
      ((period_start ${comparison} period_end) and (cycle >= 0) and ((total is null) or (total >= 0)));`)
  }
}
