import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const EDITED = ["billing_offer"]

/** What people edit has a version, and remembers in which one each field was changed. */
export class Migration20261129111100 extends Migration {
  override async up(): Promise<void> {
    for (const table of EDITED) {
      this.addSql(`alter table "${table}" add column if not exists "version" integer not null default 1,
        add column if not exists "changed_in" jsonb not null default '{}'::jsonb;`)
    }
  }

  override async down(): Promise<void> {
    for (const table of EDITED) {
      this.addSql(`alter table "${table}" drop column if exists "version", drop column if exists "changed_in";`)
    }
  }
}
