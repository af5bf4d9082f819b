import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const TIMES = `"created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(),
      "deleted_at" timestamptz null`
const VERSION = `"version" integer not null default 1, "changed_in" jsonb not null default '{}'::jsonb`
const ACTIONS = "('create', 'suspend', 'unsuspend', 'renew', 'change_package', 'terminate')"
const CURRENT = "('waiting', 'running', 'awaiting_staff', 'failed')"
const REASONS = "('overdue', 'manual', 'abuse', 'paused')"
const DATE = "'^[0-9]{4}-[0-9]{2}-[0-9]{2}$'"

/** The provisioning room's tables, with the guards that no code can go around. */
export class Migration20261129194000 extends Migration {
  override async up(): Promise<void> {
    this.products()
    this.servers()
    this.services()
    this.calls()
    this.attempts()
  }

  override async down(): Promise<void> {
    for (const table of ["attempt", "call", "service", "server", "customer", "product"]) {
      this.addSql(`drop table if exists "provisioning_${table}" cascade;`)
    }
  }

  private products(): void {
    this.addSql(`create table if not exists "provisioning_product" (
      "id" text not null, "product_id" text not null, "provider_id" text not null,
      "configuration" jsonb not null default '{}'::jsonb, "server_group" text null,
      "fill_rule" text not null default 'least_used', ${VERSION}, ${TIMES},
      constraint "provisioning_product_pkey" primary key (id),
      constraint "provisioning_product_fill_rule_check" check (fill_rule in ('least_used', 'first_free')));`)
    this.addSql(`create unique index if not exists "IDX_provisioning_product_product_id" on "provisioning_product"
      (product_id, provider_id) where (deleted_at is null);`)
    this.addSql(`create table if not exists "provisioning_customer" (
      "id" text not null, "customer_id" text not null, "never_suspend" boolean not null default true, ${TIMES},
      constraint "provisioning_customer_pkey" primary key (id));`)
    this.addSql(`create unique index if not exists "IDX_provisioning_customer_customer_id" on "provisioning_customer"
      (customer_id);`)
  }

  private servers(): void {
    this.addSql(`create table if not exists "provisioning_server" (
      "id" text not null, "provider_id" text not null, "name" text not null, "server_group" text null,
      "capacity" integer null, "rank" integer not null default 0, "is_active" boolean not null default true,
      "credentials" text null, "key_id" text null, "resting_until" timestamptz null, "stop_reason" text null, ${VERSION}, ${TIMES},
      constraint "provisioning_server_pkey" primary key (id),
      constraint "provisioning_server_name_check" check (btrim(name) <> ''),
      constraint "provisioning_server_capacity_check" check (capacity >= 0),
      constraint "provisioning_server_credentials_check" check ((credentials is null) = (key_id is null)));`)
    this.addSql(`create unique index if not exists "IDX_provisioning_server_name" on "provisioning_server"
      (provider_id, lower(name)) where (deleted_at is null);`)
  }

  private services(): void {
    this.addSql(`create table if not exists "provisioning_service" (
      "id" text not null, "source_id" text not null, "unit" integer not null, "item_id" text not null,
      "order_id" text not null, "subscription_id" text null, "product_id" text not null, "variant_id" text null,
      "title" text not null, "customer_id" text null, "email" text null, "provider_id" text not null,
      "server_id" text null, "status" text not null default 'pending', "remote" text not null default 'none',
      "may_exist" boolean not null default false, "standing" text not null default 'unpaid',
      "has_overdue_invoice" boolean not null default false, "paid_until" text null, "expires_on" text null,
      "hold" text null, "hold_note" text null, "never_suspend" boolean not null default false,
      "is_wanted" boolean not null default true, "is_on_hold" boolean not null default false, "is_ended" boolean not null default false,
      "suspended_for" text null, "package_key" text not null default '', "wanted_package_key" text not null default '',
      "configuration" jsonb not null default '{}'::jsonb, "data" jsonb not null default '{}'::jsonb,
      "shown" jsonb not null default '[]'::jsonb, "problem" text null, ${VERSION}, ${TIMES},
      constraint "provisioning_service_pkey" primary key (id),
      constraint "provisioning_service_unit_check" check (unit > 0),
      constraint "provisioning_service_status_check" check (status in
        ('pending', 'active', 'suspending', 'suspended', 'resuming', 'terminating', 'terminated', 'failed')),
      constraint "provisioning_service_remote_check" check (remote in ('none', 'active', 'suspended', 'terminated')),
      constraint "provisioning_service_hold_check" check (hold in ('manual', 'abuse')),
      constraint "provisioning_service_reason_check" check (suspended_for in ${REASONS}),
      constraint "provisioning_service_terminated_check" check ((status = 'terminated') = (remote = 'terminated')),
      constraint "provisioning_service_expires_check" check (expires_on ~ ${DATE}));`)
    this.addSql(`create unique index if not exists "IDX_provisioning_service_unit" on "provisioning_service"
      (source_id, unit);`)
    for (const column of ["order_id", "subscription_id", "customer_id", "product_id"]) {
      this.addSql(
        `create index if not exists "IDX_provisioning_service_${column}" on "provisioning_service" (${column});`,
      )
    }
    this.addSql(`create index if not exists "IDX_provisioning_service_status" on "provisioning_service" (status, id);`)
    this.addSql(`create index if not exists "IDX_provisioning_service_server" on "provisioning_service" (server_id)
      where ((server_id is not null) and (remote <> 'terminated') and (deleted_at is null));`)
    this.addSql(
      `create index if not exists "IDX_provisioning_service_server_id" on "provisioning_service" (server_id);`,
    )
    this.addSql(`alter table "provisioning_service" add constraint "provisioning_service_server_id_foreign"
      foreign key (server_id) references provisioning_server(id) on update cascade on delete restrict;`)
  }

  private calls(): void {
    this.addSql(`create table if not exists "provisioning_call" (
      "id" text not null, "service_id" text not null, "action" text not null,
      "status" text not null default 'waiting', "server_id" text null,
      "request" jsonb null, "reason" text null, "attempts" integer not null default 0,
      "settled_attempts" integer not null default 0, "failures" integer not null default 0,
      "is_in_doubt" boolean not null default false, "next_try_at" timestamptz null,
      "asked_by" text not null default 'system', "ended_at" timestamptz null, ${TIMES},
      constraint "provisioning_call_pkey" primary key (id),
      constraint "provisioning_call_action_check" check (action in ${ACTIONS}),
      constraint "provisioning_call_status_check" check (status in
        ('waiting', 'running', 'awaiting_staff', 'succeeded', 'failed', 'superseded')),
      constraint "provisioning_call_next_check" check ((next_try_at is not null) = (status in ('waiting', 'running'))));`)
    this.addSql(`alter table "provisioning_call" add constraint "provisioning_call_service_id_foreign"
      foreign key (service_id) references provisioning_service(id) on update cascade on delete restrict;`)
    this.addSql(`create unique index if not exists "IDX_provisioning_call_current" on "provisioning_call" (service_id)
      where ((status in ${CURRENT}) and (deleted_at is null));`)
    this.addSql(`create index if not exists "IDX_provisioning_call_due" on "provisioning_call" (next_try_at, id)
      where ((next_try_at is not null) and (deleted_at is null));`)
    this.addSql(
      `create index if not exists "IDX_provisioning_call_service_id" on "provisioning_call" (service_id, id);`,
    )
    this.addSql(`create index if not exists "IDX_provisioning_call_open" on "provisioning_call" (status, id)
      where ((status in ${CURRENT}) and (deleted_at is null));`)
  }

  private attempts(): void {
    this.addSql(`create table if not exists "provisioning_attempt" (
      "id" text not null, "call_id" text not null, "number" integer not null, "outcome" text not null,
      "reason" text null, "answer" jsonb null, "milliseconds" integer not null default 0, ${TIMES},
      constraint "provisioning_attempt_pkey" primary key (id),
      constraint "provisioning_attempt_outcome_check" check (outcome in
        ('done', 'pending', 'staff', 'temporary', 'refused', 'unknown')));`)
    this.addSql(`alter table "provisioning_attempt" add constraint "provisioning_attempt_call_id_foreign"
      foreign key (call_id) references provisioning_call(id) on update cascade on delete restrict;`)
    this.addSql(`create unique index if not exists "IDX_provisioning_attempt_number" on "provisioning_attempt"
      (call_id, number);`)
  }
}
