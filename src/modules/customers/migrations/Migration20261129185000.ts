import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const TIMES = `"created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(),
      "deleted_at" timestamptz null`
const VERSION = `"version" integer not null default 1, "changed_in" jsonb not null default '{}'::jsonb`
const TEMPERATURES = "('hot', 'warm', 'cold', 'not_interested')"
const PRIORITIES = "('high', 'medium', 'none')"
const DATE = "'^[0-9]{4}-[0-9]{2}-[0-9]{2}$'"

/** The customers room's tables, with the guards that no code can go around. */
export class Migration20261129185000 extends Migration {
  override async up(): Promise<void> {
    this.profiles()
    this.customers()
    this.notes()
    this.temperatures()
    this.links()
    this.imports()
    this.immutability()
  }

  override async down(): Promise<void> {
    for (const table of [
      "import",
      "link_use",
      "link",
      "temperature_change",
      "note_revision",
      "note",
      "customer",
      "profile",
    ]) {
      this.addSql(`drop table if exists "customers_${table}" cascade;`)
    }
    this.addSql(`drop function if exists customers_refuse_change();`)
    this.addSql(`drop function if exists customers_refuse_change_but_move();`)
  }

  private profiles(): void {
    this.addSql(`create table if not exists "customers_profile" (
      "id" text not null, "name" text not null, "contact_person" text null, "email" text null, "phone" text null,
      "address_1" text null, "address_2" text null, "postal_code" text null, "city" text null,
      "province" text null, "country_code" text null, "vat_number" text null,
      "status" text not null default 'potential', "temperature" text not null default 'cold',
      "discount_percent" numeric null, "currency_code" text null, "language" text null,
      "name_key" text not null default '', "email_key" text null,
      "phone_e164" text null, "vat_state" text not null default 'unchecked', "vat_checked_on" text null,
      "search_text" text not null default '', "search_prefixes" text[] not null default '{}',
      "search_grams" text[] not null default '{}', "touched_at" timestamptz not null, "merged_into_id" text null,
      ${VERSION}, ${TIMES},
      constraint "customers_profile_pkey" primary key (id),
      constraint "customers_profile_name_check" check ((btrim(name) <> '') and (length(name) <= 200)),
      constraint "customers_profile_status_check" check (status in ('current', 'potential')),
      constraint "customers_profile_temperature_check" check (temperature in ${TEMPERATURES}),
      constraint "customers_profile_discount_check" check ((discount_percent >= 0) and (discount_percent <= 100) and
        (discount_percent = round(discount_percent, 2))),
      constraint "customers_profile_country_check" check (country_code ~ '^[a-z]{2}$'),
      constraint "customers_profile_currency_check" check (currency_code ~ '^[a-z]{3}$'),
      constraint "customers_profile_language_check" check (language in ('en', 'fr')),
      constraint "customers_profile_email_check" check (((email is null) = (email_key is null)) and
        (email_key = lower(email_key))),
      constraint "customers_profile_phone_check" check ((phone_e164 is null) or ((phone is not null) and
        (phone_e164 ~ '^[+][1-9][0-9]{1,14}$'))),
      constraint "customers_profile_vat_check" check ((vat_state in ('unchecked', 'valid', 'invalid')) and
        ((vat_state = 'unchecked') = (vat_checked_on is null)) and ((vat_number is not null) or
        (vat_state = 'unchecked')) and ((vat_checked_on is null) or (vat_checked_on ~ ${DATE}))),
      constraint "customers_profile_merged_check" check ((merged_into_id is null) or ((merged_into_id <> id) and
        (deleted_at is not null))));`)
    this.addSql(`alter table "customers_profile" add constraint "customers_profile_merged_into_id_foreign"
      foreign key (merged_into_id) references customers_profile(id) on update cascade on delete set null;`)
    this.addSql(`create index if not exists "IDX_customers_profile_listed" on "customers_profile"
      (status, temperature, touched_at, id) where (deleted_at is null);`)
    this.addSql(`create index if not exists "IDX_customers_profile_touched" on "customers_profile"
      (touched_at, id) where (deleted_at is null);`)
    for (const key of ["email_key", "phone_e164"]) {
      this.addSql(`create index if not exists "IDX_customers_profile_${key}" on "customers_profile" (${key})
        where (deleted_at is null);`)
    }
    this.addSql(`create index if not exists "IDX_customers_profile_name_key" on "customers_profile" (name_key)
      where ((email_key is null) and (phone_e164 is null) and (deleted_at is null));`)
    this.addSql(`create index if not exists "IDX_customers_profile_merged_into_id" on "customers_profile"
      (merged_into_id) where (merged_into_id is not null);`)
    this.addSql(`create index if not exists "IDX_customers_profile_prefixes" on "customers_profile"
      using gin (search_prefixes) where (deleted_at is null);`)
    this.trigrams()
  }

  /** With `pg_trgm`, which the owner of a database may create, an index of it; else one of the three-letter parts. */
  private trigrams(): void {
    this.addSql(`do $$
      begin
        begin
          create extension if not exists pg_trgm;
        exception when others then
          raise notice 'pg_trgm is not to be had: customers are found by an array of their three-letter parts';
        end;
        if exists (select 1 from pg_extension where extname = 'pg_trgm') then
          create index if not exists "IDX_customers_profile_trigrams" on "customers_profile"
            using gin (search_text gin_trgm_ops) where (deleted_at is null);
        else
          create index if not exists "IDX_customers_profile_grams" on "customers_profile"
            using gin (search_grams) where (deleted_at is null);
        end if;
      end $$;`)
  }

  private customers(): void {
    this.addSql(`create table if not exists "customers_customer" (
      "id" text not null, "customer_id" text not null, "profile_id" text not null,
      "is_main" boolean not null default true, ${TIMES},
      constraint "customers_customer_pkey" primary key (id));`)
    this.ofProfile("customer")
    this.addSql(`create unique index if not exists "IDX_customers_customer_customer_id" on "customers_customer"
      (customer_id);`)
    this.addSql(`create unique index if not exists "IDX_customers_customer_main" on "customers_customer"
      (profile_id) where (is_main);`)
    this.addSql(`create index if not exists "IDX_customers_customer_profile_id" on "customers_customer"
      (profile_id);`)
  }

  private notes(): void {
    const text = `(btrim(text) <> '') and (length(text) <= 10000)`
    this.addSql(`create table if not exists "customers_note" (
      "id" text not null, "profile_id" text not null, "text" text not null,
      "priority" text not null default 'none', "follow_up_on" text null, "followed_up_at" timestamptz null,
      "created_by" text null, ${VERSION}, ${TIMES},
      constraint "customers_note_pkey" primary key (id),
      constraint "customers_note_text_check" check (${text}),
      constraint "customers_note_priority_check" check (priority in ${PRIORITIES}),
      constraint "customers_note_follow_up_check" check (((follow_up_on is not null) or (followed_up_at is null)) and
        ((follow_up_on is null) or (follow_up_on ~ ${DATE}))));`)
    this.ofProfile("note")
    this.addSql(`create index if not exists "IDX_customers_note_profile_id" on "customers_note"
      (profile_id, created_at, id);`)
    this.addSql(`create index if not exists "IDX_customers_note_follow_up" on "customers_note" (follow_up_on)
      where ((follow_up_on is not null) and (followed_up_at is null) and (deleted_at is null));`)
    this.addSql(`create table if not exists "customers_note_revision" (
      "id" text not null, "note_id" text not null, "note_version" integer not null, "text" text not null,
      "priority" text not null, "follow_up_on" text null, "edited_by" text null, ${TIMES},
      constraint "customers_note_revision_pkey" primary key (id),
      constraint "customers_note_revision_priority_check" check (priority in ${PRIORITIES}));`)
    this.addSql(`alter table "customers_note_revision" add constraint "customers_note_revision_note_id_foreign"
      foreign key (note_id) references customers_note(id) on update cascade on delete cascade;`)
    this.addSql(`create unique index if not exists "IDX_customers_note_revision_once" on "customers_note_revision"
      (note_id, note_version);`)
  }

  private temperatures(): void {
    this.addSql(`create table if not exists "customers_temperature_change" (
      "id" text not null, "profile_id" text not null, "from_temperature" text null, "to_temperature" text not null,
      "changed_at" timestamptz not null, "changed_by" text null, ${TIMES},
      constraint "customers_temperature_change_pkey" primary key (id),
      constraint "customers_temperature_change_check" check ((to_temperature in ${TEMPERATURES}) and
        ((from_temperature is null) or ((from_temperature in ${TEMPERATURES}) and
        (from_temperature <> to_temperature)))));`)
    this.ofProfile("temperature_change")
    this.addSql(`create index if not exists "IDX_customers_temperature_change_profile_id" on
      "customers_temperature_change" (profile_id, changed_at, id);`)
  }

  private links(): void {
    this.addSql(`create table if not exists "customers_link" (
      "id" text not null, "profile_id" text not null, "token_hash" text not null, "expires_at" timestamptz not null,
      "revoked_at" timestamptz null, "replaced_at" timestamptz null, "created_by" text null, ${TIMES},
      constraint "customers_link_pkey" primary key (id),
      constraint "customers_link_token_hash_check" check (token_hash ~ '^[0-9a-f]{64}$'));`)
    this.ofProfile("link")
    this.addSql(`create unique index if not exists "IDX_customers_link_token_hash" on "customers_link"
      (token_hash);`)
    this.addSql(`create unique index if not exists "IDX_customers_link_live" on "customers_link" (profile_id)
      where ((revoked_at is null) and (replaced_at is null));`)
    this.addSql(`create index if not exists "IDX_customers_link_profile_id" on "customers_link"
      (profile_id, created_at);`)
    this.addSql(`create table if not exists "customers_link_use" (
      "id" text not null, "link_id" text not null, "form_key" text not null, "used_at" timestamptz not null, ${TIMES},
      constraint "customers_link_use_pkey" primary key (id));`)
    this.addSql(`alter table "customers_link_use" add constraint "customers_link_use_link_id_foreign"
      foreign key (link_id) references customers_link(id) on update cascade on delete cascade;`)
    this.addSql(`create unique index if not exists "IDX_customers_link_use_once" on "customers_link_use"
      (link_id, form_key);`)
  }

  private imports(): void {
    this.addSql(`create table if not exists "customers_import" (
      "id" text not null, "file_name" text not null, "sha256" text not null, "created_count" integer not null,
      "updated_count" integer not null, "unchanged_count" integer not null, "created_by" text null, ${TIMES},
      constraint "customers_import_pkey" primary key (id),
      constraint "customers_import_sha256_check" check (sha256 ~ '^[0-9a-f]{64}$'),
      constraint "customers_import_counts_check" check ((created_count >= 0) and (updated_count >= 0) and
        (unchanged_count >= 0)));`)
  }

  private ofProfile(table: string): void {
    this.addSql(`alter table "customers_${table}" add constraint "customers_${table}_profile_id_foreign"
      foreign key (profile_id) references customers_profile(id) on update cascade on delete cascade;`)
  }

  private immutability(): void {
    this.addSql(`create or replace function customers_refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception 'rows of % never change', tg_table_name using errcode = 'restrict_violation';
      end $$;`)
    this.addSql(`create or replace function customers_refuse_change_but_move() returns trigger language plpgsql as $$
      begin
        if (to_jsonb(new) - 'profile_id' - 'updated_at') <> (to_jsonb(old) - 'profile_id' - 'updated_at') then
          raise exception 'rows of % never change', tg_table_name using errcode = 'restrict_violation';
        end if;
        return new;
      end $$;`)
    for (const table of ["note_revision", "link_use"]) {
      this.addSql(`create trigger "customers_${table}_immutable" before update on "customers_${table}"
        for each row execute function customers_refuse_change();`)
    }
    this.addSql(`create trigger "customers_temperature_change_immutable" before update on
      "customers_temperature_change" for each row execute function customers_refuse_change_but_move();`)
  }
}
