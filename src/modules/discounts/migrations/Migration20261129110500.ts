import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const WORDS = "source in ('personal', 'article', 'order')"
const OF_LINE = "order_id, version, order_line_id, source, coalesce(discount_id, '')"

/** What came back and what was refunded counts in the report, on its own day. */
export class Migration20261129110500 extends Migration {
  override async up(): Promise<void> {
    this.check("words", `(${WORDS}) and (kind in ('first_order', 'renewal', 'edit', 'return', 'refund'))`)
    this.check(
      "amount",
      `(amount >= 0) and (amount <= line_price) and (line_price < '100000000000000000000'::numeric)
        and ((quantity > 0) or (kind = 'refund' and quantity = 0))`,
    )
    this.once(`${OF_LINE}, kind`)
    this.addSql(`create index if not exists "IDX_discounts_applied_reversed_on" on "discounts_applied"
      (reversed_on) where (reversed_on is not null);`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_discounts_applied_reversed_on";`)
    this.addSql(`alter table discounts_applied disable trigger discounts_applied_kept;`)
    this.addSql(`delete from discounts_applied where kind in ('return', 'refund');`)
    this.addSql(`alter table discounts_applied enable trigger discounts_applied_kept;`)
    this.check("words", `(${WORDS}) and (kind in ('first_order', 'renewal', 'edit'))`)
    this.check(
      "amount",
      `(amount >= 0) and (amount <= line_price) and (line_price < '100000000000000000000'::numeric) and (quantity > 0)`,
    )
    this.once(OF_LINE)
  }

  private check(name: string, condition: string): void {
    this.addSql(`alter table discounts_applied drop constraint if exists "discounts_applied_${name}_check";`)
    this.addSql(`alter table discounts_applied add constraint "discounts_applied_${name}_check" check (${condition});`)
  }

  private once(columns: string): void {
    this.addSql(`drop index if exists "IDX_discounts_applied_once";`)
    this.addSql(`create unique index "IDX_discounts_applied_once" on "discounts_applied" (${columns});`)
  }
}
