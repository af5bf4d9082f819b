import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Links that open an invoice on the payment page. */
export class Migration20261129172000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "billing_payment_link" (
      "id" text not null, "invoice_id" text not null, "token_hash" text not null,
      "made_for" text check ("made_for" in ('copy', 'mail')) not null, "actor" text not null, "as_of" text not null,
      "expires_on" text not null, "revoked_on" text null, "revoked_by" text null, "uses" integer not null default 0,
      "last_used_at" timestamptz null,
      "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(),
      "deleted_at" timestamptz null,
      constraint "billing_payment_link_pkey" primary key (id),
      constraint "billing_payment_link_hash" check (token_hash ~ '^[0-9a-f]{64}$'));`)
    this.addSql(`create unique index if not exists "IDX_billing_payment_link_token_hash" on "billing_payment_link"
      (token_hash) where (deleted_at is null);`)
    this.addSql(`create index if not exists "IDX_billing_payment_link_invoice_id" on "billing_payment_link"
      (invoice_id) where (deleted_at is null);`)
    // A new link that is to be copied takes the place of the one before it.
    this.addSql(`create unique index if not exists "IDX_billing_payment_link_single_copy" on "billing_payment_link"
      (invoice_id) where ((made_for = 'copy') and (revoked_on is null) and (deleted_at is null));`)
    this.addSql(`create index if not exists "IDX_billing_payment_link_deleted_at" on "billing_payment_link"
      (deleted_at) where (deleted_at is null);`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "billing_payment_link" cascade;`)
  }
}
