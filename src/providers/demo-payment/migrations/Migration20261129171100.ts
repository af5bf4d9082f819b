import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Charges that a bank processes for days, that wait for the customer, and that fail after they were settled. */
export class Migration20261129171100 extends Migration {
  override async up(): Promise<void> {
    this.statuses(
      "'captured', 'authorized', 'declined', 'canceled', 'requires_action', 'processing', 'returned', 'disputed'",
    )
  }

  override async down(): Promise<void> {
    this.addSql(`update "demo_payment_charge" set status = 'captured' where status in ('returned', 'disputed');`)
    this.addSql(
      `update "demo_payment_charge" set status = 'canceled' where status in ('requires_action', 'processing');`,
    )
    this.statuses("'captured', 'authorized', 'declined', 'canceled'")
  }

  private statuses(statuses: string): void {
    this.addSql(`alter table "demo_payment_charge" drop constraint if exists "demo_payment_charge_status_check";`)
    this.addSql(`alter table "demo_payment_charge" add constraint "demo_payment_charge_status_check"
      check ("status" in (${statuses}));`)
  }
}
