import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** A buyer's uses are found by index: those of a guest go to the account that has the same e-mail address. */
export class Migration20261129104100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create index if not exists "IDX_discounts_use_customer" on "discounts_use"
      (customer_key, discount_id) where ((customer_key is not null) and (deleted_at is null));`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_discounts_use_customer";`)
  }
}
