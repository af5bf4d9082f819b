import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** At most one open run for a date: two schedulers that tick at once find the same run. */
export class Migration20261121190300 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create unique index "IDX_billing_run_open_as_of" on "billing_run" ("as_of")
      where status in ('queued', 'running') and deleted_at is null;`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_billing_run_open_as_of";`)
  }
}
