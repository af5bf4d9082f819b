import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const TIMES = `"created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(),
  "deleted_at" timestamptz null`

/** The tables that all rooms use. */
export class Migration20261129090000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "service_core_clock_offset" (
      "id" text not null, "days_ahead" integer not null, "label" text not null, ${TIMES},
      constraint "service_core_clock_offset_pkey" primary key ("id"));`)
    this.addSql(`create table if not exists "service_core_outbox_event" (
      "id" text not null, "name" text not null, "data" jsonb not null, "dispatched_at" timestamptz null, ${TIMES},
      constraint "service_core_outbox_event_pkey" primary key ("id"));`)
    this.addSql(`create table if not exists "service_core_settings" (
      "room" text not null, "values" jsonb not null, ${TIMES},
      constraint "service_core_settings_pkey" primary key ("room"));`)
    this.addSql(`create table if not exists "service_core_sweep_cursor" (
      "name" text not null, "position" text not null, ${TIMES},
      constraint "service_core_sweep_cursor_pkey" primary key ("name"));`)
    this.addSql(`create table if not exists "service_core_timeline_entry" (
      "id" text not null, "room" text not null, "subject" text not null, "subject_id" text not null,
      "type" text not null, "as_of" text not null, "actor" text not null, "data" jsonb not null, ${TIMES},
      constraint "service_core_timeline_entry_pkey" primary key ("id"));`)
    for (const table of ["clock_offset", "outbox_event", "settings", "sweep_cursor", "timeline_entry"]) {
      this.addSql(`create index if not exists "IDX_service_core_${table}_deleted_at" on "service_core_${table}"
        ("deleted_at") where deleted_at is null;`)
    }
    this.addSql(`create index if not exists "IDX_service_core_outbox_event_waiting" on "service_core_outbox_event"
      ("id") where dispatched_at is null and deleted_at is null;`)
    this.addSql(`create index if not exists "IDX_service_core_timeline_entry_subject" on "service_core_timeline_entry"
      ("subject_id", "created_at") where deleted_at is null;`)
    // Log entries are immutable, whatever code runs.
    this.addSql(`
      create or replace function service_core_refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception 'rows of % never change', tg_table_name using errcode = 'restrict_violation';
      end $$;
    `)
    this.addSql(`create trigger "service_core_timeline_entry_immutable" before update or delete
      on "service_core_timeline_entry" for each row execute function service_core_refuse_change();`)
    this.addSql(`create trigger "service_core_timeline_entry_no_truncate" before truncate
      on "service_core_timeline_entry" for each statement execute function service_core_refuse_change();`)
  }

  override async down(): Promise<void> {
    for (const table of ["clock_offset", "outbox_event", "settings", "sweep_cursor", "timeline_entry"]) {
      this.addSql(`drop table if exists "service_core_${table}" cascade;`)
    }
    this.addSql(`drop function if exists service_core_refuse_change();`)
  }
}
