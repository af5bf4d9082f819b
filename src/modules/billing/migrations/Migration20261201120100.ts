import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** How often runs could not bill a subscription lately: it is tried less and less often (decision 0111). */
export class Migration20261201120100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create index if not exists "IDX_billing_run_problem_subscription_id" on "billing_run_problem"
      (subscription_id, created_at) where deleted_at is null;`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_billing_run_problem_subscription_id";`)
  }
}
