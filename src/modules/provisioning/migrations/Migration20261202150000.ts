import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Another package that its provider has not made yet, as it was given up, or as staff is at it; deleted servers keep no credentials. */
export class Migration20261202150000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "provisioning_service" add column if not exists "held_up_package_key" text null;`)
    this.addSql(`update "provisioning_server" set credentials = null, key_id = null where deleted_at is not null;`)
  }

  override async down(): Promise<void> {
    this.addSql(`alter table "provisioning_service" drop column if exists "held_up_package_key";`)
  }
}
