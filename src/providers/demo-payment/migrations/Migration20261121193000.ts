import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** The demo provider's own books. They stand for what a real provider keeps on its side. */
export class Migration20261121193000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "demo_payment_account_holder" (
      "id" text primary key,
      "customer_id" text not null unique,
      "email" text null,
      "created_at" timestamptz not null default now()
    );`)
    this.addSql(`create table if not exists "demo_payment_method" (
      "id" text primary key,
      "account_holder_id" text not null,
      "brand" text not null,
      "last4" text not null,
      "created_at" timestamptz not null default now(),
      "deleted_at" timestamptz null
    );`)
    this.addSql(`create index if not exists "IDX_demo_payment_method_account_holder_id"
      on "demo_payment_method" ("account_holder_id");`)
    this.addSql(`create table if not exists "demo_payment_charge" (
      "id" text primary key,
      "idempotency_key" text not null unique,
      "request" text not null,
      "session_id" text null,
      "account_holder_id" text null,
      "payment_method_id" text null,
      "amount" numeric not null check ("amount" > 0),
      "currency_code" text not null,
      "status" text not null check ("status" in ('captured', 'authorized', 'declined', 'canceled')),
      "decline_code" text null,
      "behaviour" text not null,
      "times_asked" integer not null default 1,
      "created_at" timestamptz not null default now()
    );`)
    this.addSql(`create table if not exists "demo_payment_refund" (
      "idempotency_key" text primary key,
      "charge_id" text not null,
      "amount" numeric not null check ("amount" > 0),
      "created_at" timestamptz not null default now()
    );`)
    this.addSql(
      `create index if not exists "IDX_demo_payment_refund_charge_id" on "demo_payment_refund" ("charge_id");`,
    )
    this.addSql(`create table if not exists "demo_payment_switch" (
      "scope" text primary key,
      "behaviour" text not null,
      "delay_ms" integer not null default 0
    );`)
  }

  override async down(): Promise<void> {
    for (const table of ["switch", "refund", "charge", "method", "account_holder"]) {
      this.addSql(`drop table if exists "demo_payment_${table}";`)
    }
  }
}
