import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** The renewals of a run, those that it issued and those that it collected, are found by index. */
export class Migration20261129112000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create index if not exists "IDX_billing_renewal_run_id" on "billing_renewal"
      (run_id) where ((run_id is not null) and (deleted_at is null));`)
    this.addSql(`create index if not exists "IDX_billing_renewal_collected_by_run" on "billing_renewal"
      (collected_by_run) where ((collected_by_run is not null) and (deleted_at is null));`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_billing_renewal_run_id";`)
    this.addSql(`drop index if exists "IDX_billing_renewal_collected_by_run";`)
  }
}
