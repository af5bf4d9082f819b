import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What is asked for that is sold on request (B11). */
export class Migration20261129201100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "billing_offer_request" (
      "id" text not null, "status" text not null, "source" text not null, "product_id" text not null,
      "variant_id" text null, "title" text not null, "quantity" integer not null, "name" text not null,
      "email" text null, "phone" text null, "message" text null, "customer_id" text null, "region_id" text null,
      "sales_channel_id" text null, "locale" text null, "form_key" text not null, "received_at" timestamptz not null,
      "as_of" text not null, "order_id" text null, "currency_code" text null, "unit_price" numeric null,
      "raw_unit_price" jsonb null, "note" text null, "handled_by" text null, "handled_on" text null,
      "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(),
      "deleted_at" timestamptz null,
      constraint "billing_offer_request_pkey" primary key (id),
      constraint "billing_offer_request_status_check" check (status in ('open', 'quoted', 'closed')),
      constraint "billing_offer_request_source_check" check (source in ('storefront', 'quick_order')),
      constraint "billing_offer_request_quantity_check" check (quantity > 0),
      constraint "billing_offer_request_quoted_check" check
        ((status = 'quoted') = (order_id is not null and unit_price is not null)));`)
    this.addSql(`create unique index if not exists "IDX_billing_offer_request_form_key"
      on "billing_offer_request" (form_key);`)
    this.addSql(`create unique index if not exists "IDX_billing_offer_request_order_id"
      on "billing_offer_request" (order_id) where ((order_id is not null) and (deleted_at is null));`)
    this.addSql(`create index if not exists "IDX_billing_offer_request_status"
      on "billing_offer_request" (status, id) where (deleted_at is null);`)
    this.addSql(`create index if not exists "IDX_billing_offer_request_customer_id"
      on "billing_offer_request" (customer_id) where ((customer_id is not null) and (deleted_at is null));`)
    this.addSql(`create index if not exists "IDX_billing_offer_request_deleted_at"
      on "billing_offer_request" (deleted_at) where (deleted_at is not null);`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "billing_offer_request" cascade;`)
  }
}
