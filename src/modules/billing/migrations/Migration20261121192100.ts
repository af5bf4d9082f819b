import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What a recorded cart line sells: an order line that shows the key of another product's line is not believed. */
export class Migration20261121192100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "billing_cart_line"
      add column if not exists "product_id" text not null, add column if not exists "variant_id" text null;`)
    this.addSql(`create index if not exists "IDX_billing_cart_line_order_id" on "billing_cart_line" ("order_id")
      where order_id is not null;`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_billing_cart_line_order_id";`)
    this.addSql(
      `alter table "billing_cart_line" drop column if exists "product_id", drop column if exists "variant_id";`,
    )
  }
}
