import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What exists outside and is taken over by a service: by one of them alone. */
export class Migration20261129202100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "provisioning_service" add column if not exists "adopted_key" text null;`)
    this.addSql(`create unique index if not exists "IDX_provisioning_service_adopted_key" on "provisioning_service"
      (server_id, adopted_key)
      where ((adopted_key is not null) and (remote <> 'terminated') and (deleted_at is null));`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_provisioning_service_adopted_key";`)
    this.addSql(`alter table "provisioning_service" drop column if exists "adopted_key";`)
  }
}
