import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** A discount can be assigned to all articles; the order discount can be for all, a collection or a category. */
export class Migration20261129112500 extends Migration {
  override async up(): Promise<void> {
    this.levels("assignment", ["variant", "product", "collection", "category", "all"])
    this.levels("article", ["product", "variant", "collection", "category", "all"])
  }

  override async down(): Promise<void> {
    this.addSql(`delete from discounts_assignment where level = 'all';`)
    this.addSql(`delete from discounts_article where level not in ('product', 'variant');`)
    this.levels("assignment", ["variant", "product", "collection", "category"])
    this.levels("article", ["product", "variant"])
  }

  private levels(table: string, levels: string[]): void {
    const words = levels.map((level) => `'${level}'`).join(", ")
    this.addSql(`alter table discounts_${table} drop constraint if exists "discounts_${table}_level_check";`)
    this.addSql(`alter table discounts_${table} add constraint "discounts_${table}_level_check"
      check (level in (${words}));`)
  }
}
