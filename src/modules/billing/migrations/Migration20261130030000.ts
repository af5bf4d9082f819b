import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Where the whole period begins that runs, where a pause has moved it: a change counts its days (B25). */
export class Migration20261130030000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "billing_subscription" add column if not exists "whole_from" text null;`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table "billing_subscription" drop column if exists "whole_from";`)
  }
}
