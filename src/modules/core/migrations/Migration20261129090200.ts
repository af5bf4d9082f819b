import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** The server's record of each cart line, for all rooms. */
export class Migration20261129090200 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "service_core_line_record" (
      "id" text not null, "key" text not null, "cart_id" text not null, "line_item_id" text not null,
      "room" text not null, "kind" text not null, "parent_id" text null, "group_key" text not null,
      "payload" jsonb not null, "product_id" text null, "variant_id" text null,
      "order_id" text null, "order_line_id" text null,
      "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(),
      "deleted_at" timestamptz null, constraint "service_core_line_record_pkey" primary key ("id"));`)
    const index = (name: string, { on = name, unique = "", where = "" } = {}): void => {
      this.addSql(`create ${unique} index if not exists "IDX_service_core_line_record_${name}"
        on "service_core_line_record" ("${on}") where ${where}deleted_at is null;`)
    }
    index("deleted_at")
    index("key", { unique: "unique" })
    index("cart_id")
    index("line_item_id", { unique: "unique" })
    index("order_id", { where: "order_id is not null and " })
    index("order_line_id", { unique: "unique", where: "order_line_id is not null and " })
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "service_core_line_record" cascade;`)
  }
}
