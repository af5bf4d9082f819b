import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Order discounts stand in one order, each at a position of its own; those that share one are put after one another. */
export class Migration20261129150000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`update discounts_order_discount d set position = o.place - 1
      from (select id, row_number() over (order by position, id) as place from discounts_order_discount) o
      where o.id = d.id and d.position <> o.place - 1;`)
    this.addSql(`alter table discounts_order_discount add constraint "discounts_order_discount_position_unique"
      unique (position) deferrable initially deferred;`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table discounts_order_discount
      drop constraint if exists "discounts_order_discount_position_unique";`)
  }
}
