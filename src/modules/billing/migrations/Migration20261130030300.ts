import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** The link in the message that asks for consent to a new price (B22): of its token, the hash alone. */
export class Migration20261130030300 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "billing_price_change" add column if not exists "token_hash" text null
      constraint "billing_price_change_token_hash_check" check (token_hash ~ '^[0-9a-f]{64}$');`)
    this.addSql(`create unique index if not exists "IDX_billing_price_change_token_hash" on "billing_price_change"
      (token_hash) where ((token_hash is not null) and (deleted_at is null));`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_billing_price_change_token_hash";`)
    this.addSql(`alter table "billing_price_change" drop column if exists "token_hash";`)
  }
}
