import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Which subscriptions a run could not bill, and why. */
export class Migration20261129101000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "billing_run_problem" (
      "id" text not null, "run_id" text not null, "subscription_id" text not null, "reason" text not null,
      "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(),
      "deleted_at" timestamptz null,
      constraint "billing_run_problem_pkey" primary key (id));`)
    this.addSql(`create unique index if not exists "IDX_billing_run_problem_run_id" on "billing_run_problem"
      ("run_id", "subscription_id") where deleted_at is null;`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "billing_run_problem" cascade;`)
  }
}
