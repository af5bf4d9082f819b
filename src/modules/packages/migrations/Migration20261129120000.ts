import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const TIMES = `"created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(),
      "deleted_at" timestamptz null`
const VERSION = `"version" integer not null default 1, "changed_in" jsonb not null default '{}'::jsonb`
/** Beyond this, sums of many are no longer sure to be exact. */
const LIMIT = "'100000000000000000000'::numeric"

/** The packages room's tables, with the guards that no code can go around. */
export class Migration20261129120000 extends Migration {
  override async up(): Promise<void> {
    this.packages()
    this.entries()
    this.articles()
    this.rates()
    this.bookings()
  }

  override async down(): Promise<void> {
    for (const table of [
      "packages_booking",
      "packages_rate",
      "packages_article",
      "packages_entry",
      "packages_package",
    ]) {
      this.addSql(`drop table if exists "${table}" cascade;`)
    }
  }

  private packages(): void {
    this.addSql(`create table if not exists "packages_package" (
      "id" text not null, "product_id" text not null, "pricing" text not null, "default_hours" integer null,
      "minimum_duration" integer null, "contract_description" text null,
      "shows_contract_description" boolean not null default false, "internal_notes" text null,
      "lists_contents" boolean not null default true, ${VERSION}, ${TIMES},
      constraint "packages_package_pkey" primary key (id),
      constraint "packages_package_pricing_check" check (pricing in ('flat', 'hour', 'day', 'contents_all',
        'contents_visible')),
      constraint "packages_package_default_hours_check" check (default_hours > 0),
      constraint "packages_package_minimum_duration_check" check ((minimum_duration is null) or
        ((minimum_duration > 0) and (pricing in ('hour', 'day')))));`)
    this.addSql(`create unique index if not exists "IDX_packages_package_product_id" on "packages_package"
      (product_id);`)
  }

  private entries(): void {
    this.addSql(`create table if not exists "packages_entry" (
      "id" text not null, "package_id" text not null, "rank" integer not null, "role" text not null,
      "product_id" text not null, "variant_id" text not null, "quantity" integer not null,
      "is_optional" boolean not null default false, "alternative_group" text null,
      "is_default" boolean not null default false, "is_hidden" boolean not null default false,
      "is_nested" boolean not null default true, "is_free_quantity" boolean not null default false, ${TIMES},
      constraint "packages_entry_pkey" primary key (id),
      constraint "packages_entry_role_check" check (role in ('content', 'accessory')),
      constraint "packages_entry_quantity_check" check (quantity > 0),
      constraint "packages_entry_group_check" check ((alternative_group is null) or ((role = 'content') and
        (btrim(alternative_group) <> ''))),
      constraint "packages_entry_accessory_check" check ((role = 'accessory') or (is_nested and not
        is_free_quantity)));`)
    this.addSql(`alter table "packages_entry" add constraint "packages_entry_package_id_foreign"
      foreign key (package_id) references packages_package(id) on update cascade on delete cascade;`)
    this.addSql(`create unique index if not exists "IDX_packages_entry_rank" on "packages_entry" (package_id, rank);`)
    this.addSql(`create index if not exists "IDX_packages_entry_product_id" on "packages_entry" (product_id);`)
    this.addSql(`create index if not exists "IDX_packages_entry_variant_id" on "packages_entry" (variant_id);`)
    // Of a group, one entry at most is the one that is chosen where nothing is said.
    this.addSql(`create unique index if not exists "IDX_packages_entry_group_default" on "packages_entry"
      (package_id, alternative_group) where ((alternative_group is not null) and is_default);`)
  }

  private articles(): void {
    this.addSql(`create table if not exists "packages_article" (
      "id" text not null, "variant_id" text not null, "product_id" text not null, "unit" text not null,
      "percent" numeric null, "percent_group" text null, "minimum_duration" integer null,
      "buffer_before_minutes" integer not null default 0, "buffer_after_minutes" integer not null default 0,
      ${VERSION}, ${TIMES},
      constraint "packages_article_pkey" primary key (id),
      constraint "packages_article_unit_check" check (unit in ('flat', 'hour', 'day', 'percent_of_order',
        'percent_of_group')),
      constraint "packages_article_percent_check" check (((unit in ('percent_of_order', 'percent_of_group')) =
        (percent is not null)) and ((percent is null) or ((percent >= 0) and (percent <= 100)))),
      constraint "packages_article_percent_group_check" check (((unit = 'percent_of_group') = (percent_group is not
        null)) and ((percent_group is null) or (btrim(percent_group) <> ''))),
      constraint "packages_article_minimum_duration_check" check ((minimum_duration is null) or
        ((minimum_duration > 0) and (unit in ('hour', 'day')))),
      constraint "packages_article_buffer_check" check ((buffer_before_minutes >= 0) and
        (buffer_after_minutes >= 0)));`)
    this.addSql(`create unique index if not exists "IDX_packages_article_variant_id" on "packages_article"
      (variant_id);`)
    this.addSql(`create index if not exists "IDX_packages_article_product_id" on "packages_article" (product_id);`)
  }

  private rates(): void {
    this.addSql(`create table if not exists "packages_rate" (
      "id" text not null, "package_id" text null, "article_id" text null, "currency_code" text not null,
      "duration" integer null, "price" numeric not null, ${TIMES},
      constraint "packages_rate_pkey" primary key (id),
      constraint "packages_rate_owner_check" check ((package_id is null) <> (article_id is null)),
      constraint "packages_rate_currency_check" check (currency_code ~ '^[a-z]{3}$'),
      constraint "packages_rate_duration_check" check (duration > 0),
      constraint "packages_rate_price_check" check ((price >= 0) and (price < ${LIMIT})));`)
    for (const owner of ["package", "article"]) {
      this.addSql(`alter table "packages_rate" add constraint "packages_rate_${owner}_id_foreign"
        foreign key (${owner}_id) references packages_${owner}(id) on update cascade on delete cascade;`)
      this.addSql(`create index if not exists "IDX_packages_rate_${owner}_id" on "packages_rate"
        (${owner}_id) where (${owner}_id is not null);`)
    }
    this.addSql(`create unique index if not exists "IDX_packages_rate_once" on "packages_rate"
      (coalesce(package_id, article_id), currency_code, coalesce(duration, 0));`)
  }

  private bookings(): void {
    this.addSql(`create table if not exists "packages_booking" (
      "id" text not null, "inventory_item_id" text not null, "location_id" text not null,
      "quantity" numeric not null, "starts_at" timestamptz null, "ends_at" timestamptz null,
      "blocked_from" timestamptz null, "blocked_to" timestamptz null, "cart_id" text null,
      "line_item_id" text null, "order_id" text null, "order_line_id" text null, "state" text not null,
      "expires_at" timestamptz null, ${TIMES},
      constraint "packages_booking_pkey" primary key (id),
      constraint "packages_booking_quantity_check" check ((quantity > 0) and (quantity < ${LIMIT})),
      constraint "packages_booking_state_check" check (state in ('held', 'booked', 'released')),
      constraint "packages_booking_expires_check" check ((state <> 'held') or (expires_at is not null)),
      constraint "packages_booking_period_check" check (((starts_at is null) = (ends_at is null)) and
        ((starts_at is null) = (blocked_from is null)) and ((starts_at is null) = (blocked_to is null)) and
        ((starts_at is null) or ((starts_at < ends_at) and (blocked_from <= starts_at) and
        (ends_at <= blocked_to)))));`)
    this.addSql(`create index if not exists "IDX_packages_booking_live" on "packages_booking"
      (inventory_item_id, location_id, blocked_to) where (state <> 'released');`)
    this.addSql(`create index if not exists "IDX_packages_booking_cart_id" on "packages_booking"
      (cart_id) where (cart_id is not null);`)
    this.addSql(`create index if not exists "IDX_packages_booking_order_id" on "packages_booking"
      (order_id) where (order_id is not null);`)
    this.addSql(`create index if not exists "IDX_packages_booking_held" on "packages_booking"
      (expires_at) where (state = 'held');`)
  }
}
