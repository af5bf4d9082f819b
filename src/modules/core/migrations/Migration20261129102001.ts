import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Counters of limited asks. The columns and their order are those that the limiter writes. */
export class Migration20261129102001 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "service_core_ask_count" (
      "key" varchar(255) not null, "points" integer not null default 0, "expire" bigint null,
      constraint "service_core_ask_count_pkey" primary key (key));`)
    this.addSql(`create index if not exists "IDX_service_core_ask_count_expire" on "service_core_ask_count" (expire);`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "service_core_ask_count";`)
  }
}
