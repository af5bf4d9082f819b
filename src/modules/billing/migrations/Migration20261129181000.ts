import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Files of documents whose upload has begun, so that one whose process died is found and deleted. */
export class Migration20261129181000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "billing_document_upload" (
      "file_id" text not null,
      "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(),
      "deleted_at" timestamptz null,
      constraint "billing_document_upload_pkey" primary key (file_id));`)
    this.addSql(`create index if not exists "IDX_billing_document_upload_created_at" on "billing_document_upload"
      (created_at) where (deleted_at is null);`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "billing_document_upload" cascade;`)
  }
}
