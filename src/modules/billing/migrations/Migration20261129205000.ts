import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** An option that was chosen is an item of its own, under the item of its product (S3). */
export class Migration20261129205000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "billing_subscription_item"
      drop constraint if exists "billing_subscription_item_parent_check";`)
    this.addSql(`alter table "billing_subscription_item" add constraint "billing_subscription_item_parent_check"
      check ((kind in ('content', 'option')) = (parent_id is not null));`)
  }

  override async down(): Promise<void> {
    this.addSql(`delete from "billing_subscription_item" where kind = 'option';`)
    this.addSql(`alter table "billing_subscription_item"
      drop constraint if exists "billing_subscription_item_parent_check";`)
    this.addSql(`alter table "billing_subscription_item" add constraint "billing_subscription_item_parent_check"
      check ((kind = 'content') = (parent_id is not null));`)
  }
}
