import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** The files of invoices: one of each format, and never another in its place. */
export class Migration20261129173000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "billing_document" (
      "id" text not null, "invoice_id" text not null, "format" text not null, "file_id" text not null,
      "sha256" text not null, "byte_count" integer not null, "created_at" timestamptz not null default now(),
      "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null,
      constraint "billing_document_pkey" primary key (id),
      constraint "billing_document_format_check" check (format in ('pdf', 'xml')),
      constraint "billing_document_sha256_check" check (sha256 ~ '^[0-9a-f]{64}$'),
      constraint "billing_document_byte_count_check" check (byte_count > 0));`)
    this.addSql(`create index if not exists "IDX_billing_document_deleted_at" on "billing_document"
      (deleted_at) where (deleted_at is null);`)
    this.addSql(`create unique index if not exists "IDX_billing_document_invoice_id" on "billing_document"
      (invoice_id, format) where (deleted_at is null);`)
    this.addSql(`create trigger "billing_document_immutable" before delete or update on billing_document
      for each row execute function billing_refuse_change();`)
    this.addSql(`create trigger "billing_document_no_truncate" before truncate on billing_document
      for each statement execute function billing_refuse_change();`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "billing_document" cascade;`)
  }
}
