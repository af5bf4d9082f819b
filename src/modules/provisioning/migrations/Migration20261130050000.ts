import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** When a server was compared with what is known of it, and what came of it (S1). */
export class Migration20261130050000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "provisioning_server" add column if not exists "compared_at" timestamptz null,
      add column if not exists "differences" integer null, add column if not exists "compare_problem" text null;`)
    this.addSql(`alter table "provisioning_server" add constraint "provisioning_server_differences_check"
      check (differences >= 0);`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table "provisioning_server" drop constraint if exists "provisioning_server_differences_check";`)
    this.addSql(`alter table "provisioning_server" drop column if exists "compared_at",
      drop column if exists "differences", drop column if exists "compare_problem";`)
  }
}
