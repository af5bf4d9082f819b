import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const STAMPS = `"created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(),
  "deleted_at" timestamptz null`

/** `NaN` counts as above every number in PostgreSQL: an upper end keeps it out, too. */
const UNREACHED = "1e20"

/** A day as YYYY-MM-DD that exists. */
const day = (column: string) =>
  `(${column} is null or (${column} ~ '^\\d{4}-\\d{2}-\\d{2}$' and ${column}::date is not null))`

const period = (table: string) => `
  constraint "${table}_starts_on_check" check ${day("starts_on")},
  constraint "${table}_ends_on_check" check ${day("ends_on")},
  constraint "${table}_period_check" check (ends_on >= starts_on)`

const usage = (table: string) => `
  constraint "${table}_renewals_check" check (renewals in ('first_only', 'cycles', 'forever')
    and (renewals = 'cycles') = (renewal_cycles is not null) and (renewal_cycles is null or renewal_cycles > 0)),
  constraint "${table}_usage_limit_check" check (usage_limit > 0 and used <= usage_limit),
  constraint "${table}_usage_limit_per_customer_check" check (usage_limit_per_customer > 0),
  constraint "${table}_used_check" check (used >= 0),
  constraint "${table}_name_check" check (btrim(name) <> '')`

const bounds = (table: string) => `
  constraint "${table}_bounds_check" check (min_value >= 0 and max_value >= 0 and min_value <= max_value
    and min_value < ${UNREACHED} and max_value < ${UNREACHED})`

const currency = (table: string) => `
  constraint "${table}_currency_check" check (currency_code ~ '^[a-z]{3}$')`

/** A check that compares with null holds: open bounds and unset limits need no case of their own. */
export class Migration20261122090000 extends Migration {
  override async up(): Promise<void> {
    this.articleDiscounts()
    this.orderDiscounts()
    this.articlesAndSettings()
    this.history()
    this.guards()
  }

  private articleDiscounts() {
    this.addSql(`create table if not exists "discounts_discount" (
      "id" text not null, "name" text not null, "type" text not null, "is_active" boolean not null default true,
      "groups" text[] not null default '{}', "note" text null, "renewals" text not null default 'first_only',
      "renewal_cycles" integer null, "usage_limit" integer null, "usage_limit_per_customer" integer null,
      "used" integer not null default 0, ${STAMPS},
      constraint "discounts_discount_pkey" primary key ("id"),
      constraint "discounts_discount_type_check" check (type in ('exclusive', 'cumulative', 'non_cumulative')),
      ${usage("discounts_discount")});`)
    this.addSql(`create table if not exists "discounts_rule" (
      "id" text not null, "discount_id" text not null, "rank" integer not null, "trigger" text not null,
      "min_value" numeric null, "max_value" numeric null, "mode" text not null, "value" numeric not null,
      "per" text not null default 'unit', "currency_code" text null, ${STAMPS},
      constraint "discounts_rule_pkey" primary key ("id"),
      constraint "discounts_rule_discount_id_foreign" foreign key ("discount_id")
        references "discounts_discount" ("id") on update cascade on delete cascade,
      constraint "discounts_rule_words_check"
        check (trigger in ('amount', 'quantity') and mode in ('percent', 'fixed') and per in ('unit', 'article')),
      constraint "discounts_rule_value_check"
        check (value >= 0 and value < ${UNREACHED} and (mode <> 'percent' or value <= 100)),
      constraint "discounts_rule_needs_currency_check"
        check (currency_code is not null or (mode = 'percent' and trigger = 'quantity')),
      ${bounds("discounts_rule")}, ${currency("discounts_rule")});`)
    this.addSql(
      `create unique index if not exists "IDX_discounts_rule_rank" on "discounts_rule" ("discount_id", "rank");`,
    )
    this.addSql(`create table if not exists "discounts_assignment" (
      "id" text not null, "discount_id" text not null, "level" text not null, "target_id" text not null,
      "position" integer not null, "limited_duration" boolean not null default false, "starts_on" text null,
      "ends_on" text null, ${STAMPS},
      constraint "discounts_assignment_pkey" primary key ("id"),
      constraint "discounts_assignment_discount_id_foreign" foreign key ("discount_id")
        references "discounts_discount" ("id") on update cascade on delete cascade,
      constraint "discounts_assignment_level_check" check (level in ('variant', 'product', 'collection', 'category')),
      ${period("discounts_assignment")});`)
    this.addSql(`create unique index if not exists "IDX_discounts_assignment_target"
      on "discounts_assignment" ("level", "target_id", "discount_id");`)
    this.addSql(`create index if not exists "IDX_discounts_assignment_discount_id"
      on "discounts_assignment" ("discount_id");`)
  }

  private orderDiscounts() {
    this.addSql(`create table if not exists "discounts_order_discount" (
      "id" text not null, "name" text not null, "position" integer not null, "is_active" boolean not null default true,
      "groups" text[] not null default '{}', "limited_duration" boolean not null default false, "starts_on" text null,
      "ends_on" text null, "note" text null, "renewals" text not null default 'first_only',
      "renewal_cycles" integer null, "usage_limit" integer null, "usage_limit_per_customer" integer null,
      "used" integer not null default 0, ${STAMPS},
      constraint "discounts_order_discount_pkey" primary key ("id"),
      ${period("discounts_order_discount")}, ${usage("discounts_order_discount")});`)
    this.addSql(`create index if not exists "IDX_discounts_order_discount_active"
      on "discounts_order_discount" ("position", "id") where is_active;`)
    this.addSql(`create table if not exists "discounts_range" (
      "id" text not null, "order_discount_id" text not null, "currency_code" text not null, "min_value" numeric null,
      "max_value" numeric null, "percent" numeric not null, ${STAMPS},
      constraint "discounts_range_pkey" primary key ("id"),
      constraint "discounts_range_order_discount_id_foreign" foreign key ("order_discount_id")
        references "discounts_order_discount" ("id") on update cascade on delete cascade,
      constraint "discounts_range_percent_check" check (percent >= 0 and percent <= 100),
      ${bounds("discounts_range")}, ${currency("discounts_range")});`)
    this.addSql(`create index if not exists "IDX_discounts_range_order_discount_id"
      on "discounts_range" ("order_discount_id");`)
  }

  private articlesAndSettings() {
    this.addSql(`create table if not exists "discounts_article" (
      "id" text not null, "level" text not null, "target_id" text not null, "order_discount_eligible" boolean null,
      "costs" jsonb null, ${STAMPS},
      constraint "discounts_article_pkey" primary key ("id"),
      constraint "discounts_article_level_check" check (level in ('product', 'variant')),
      constraint "discounts_article_costs_check" check (jsonb_typeof(costs) = 'object'));`)
    this.addSql(`create unique index if not exists "IDX_discounts_article_target"
      on "discounts_article" ("level", "target_id");`)
  }

  private history() {
    this.addSql(`create table if not exists "discounts_record" (
      "id" text not null, "cart_id" text null, "order_id" text null, "version" integer not null default 1,
      "customer_id" text null, "currency_code" text not null, "as_of" text not null, "channel" text not null,
      "trace" jsonb not null, "placed_at" timestamptz null, ${STAMPS},
      constraint "discounts_record_pkey" primary key ("id"),
      constraint "discounts_record_version_check" check (version > 0),
      constraint "discounts_record_channel_check"
        check (channel in ('cart', 'quick_order', 'draft_order', 'order_edit', 'simulator')),
      constraint "discounts_record_placed_check" check (placed_at is null or order_id is not null));`)
    this.addSql(`create unique index if not exists "IDX_discounts_record_cart_id" on "discounts_record" ("cart_id")
      where cart_id is not null;`)
    this.addSql(`create unique index if not exists "IDX_discounts_record_order"
      on "discounts_record" ("order_id", "version") where order_id is not null;`)
    this.addSql(`create index if not exists "IDX_discounts_record_waiting" on "discounts_record" ("created_at")
      where placed_at is null;`)
    this.addSql(`create table if not exists "discounts_use" (
      "id" text not null, "discount_id" text not null, "record_id" text not null, "cart_id" text null,
      "order_id" text null, "customer_key" text null, "released_at" timestamptz null, ${STAMPS},
      constraint "discounts_use_pkey" primary key ("id"),
      constraint "discounts_use_record_id_foreign" foreign key ("record_id") references "discounts_record" ("id"));`)
    this.addSql(
      `create unique index if not exists "IDX_discounts_use_once" on "discounts_use" ("discount_id", "record_id");`,
    )
    this.addSql(`create index if not exists "IDX_discounts_use_record_id" on "discounts_use" ("record_id");`)
    this.addSql(`create index if not exists "IDX_discounts_use_order_id" on "discounts_use" ("order_id")
      where order_id is not null;`)
    this.addSql(`create table if not exists "discounts_use_count" (
      "id" text not null, "discount_id" text not null, "customer_key" text not null, "used" integer not null default 0,
      ${STAMPS},
      constraint "discounts_use_count_pkey" primary key ("id"),
      constraint "discounts_use_count_used_check" check (used >= 0));`)
    this.addSql(`create unique index if not exists "IDX_discounts_use_count_customer"
      on "discounts_use_count" ("discount_id", "customer_key");`)
    this.addSql(`create table if not exists "discounts_applied" (
      "id" text not null, "order_id" text not null, "order_line_id" text not null, "version" integer not null default 1,
      "discount_id" text null, "source" text not null, "name" text not null, "amount" numeric not null,
      "line_price" numeric not null, "quantity" numeric not null, "currency_code" text not null,
      "applied_on" text not null, "kind" text not null, "reversed_on" text null, ${STAMPS},
      constraint "discounts_applied_pkey" primary key ("id"),
      constraint "discounts_applied_words_check"
        check (source in ('personal', 'article', 'order') and kind in ('first_order', 'renewal', 'edit')),
      constraint "discounts_applied_source_check" check ((source = 'personal') = (discount_id is null)),
      constraint "discounts_applied_amount_check" check (amount >= 0 and amount <= line_price and line_price < ${UNREACHED}
        and quantity > 0),
      constraint "discounts_applied_applied_on_check" check ${day("applied_on")},
      constraint "discounts_applied_reversed_on_check" check ${day("reversed_on")});`)
    this.addSql(`create unique index if not exists "IDX_discounts_applied_once" on "discounts_applied"
      ("order_id", "version", "order_line_id", "source", coalesce("discount_id", ''));`)
    this.addSql(`create index if not exists "IDX_discounts_applied_on" on "discounts_applied" ("applied_on");`)
    this.addSql(
      `create index if not exists "IDX_discounts_applied_discount_id" on "discounts_applied" ("discount_id");`,
    )
  }

  private guards() {
    // The set's row is locked first: of two transactions that add ranges at once, the second sees the first's.
    this.addSql(`create or replace function discounts_refuse_overlap() returns trigger language plpgsql as $$
      begin
        perform 1 from discounts_order_discount where id = new.order_discount_id for no key update;
        if exists (
          select 1 from discounts_range a join discounts_range b
            on b.order_discount_id = a.order_discount_id and b.currency_code = a.currency_code and b.id <> a.id
            and (a.min_value is null or b.max_value is null or a.min_value <= b.max_value)
            and (b.min_value is null or a.max_value is null or b.min_value <= a.max_value)
          where a.id = new.id
        ) then
          raise exception 'two ranges of an order discount share a value' using errcode = 'exclusion_violation',
            constraint = 'discounts_range_no_overlap';
        end if;
        return null;
      end $$;`)
    this.addSql(`create constraint trigger "discounts_range_no_overlap" after insert or update on "discounts_range"
      deferrable initially deferred for each row execute function discounts_refuse_overlap();`)
    this.addSql(`create or replace function discounts_refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception 'rows of % never change: they say what was sold', tg_table_name
          using errcode = 'restrict_violation';
      end $$;`)
    this.addSql(`create trigger "discounts_record_immutable" before update or delete on "discounts_record"
      for each row when (old.placed_at is not null) execute function discounts_refuse_change();`)
    this.addSql(`create trigger "discounts_applied_kept" before delete on "discounts_applied"
      for each row execute function discounts_refuse_change();`)
    this.addSql(`create trigger "discounts_applied_immutable" before update on "discounts_applied"
      for each row when (old.reversed_on is not null or new.reversed_on is null
        or (to_jsonb(old) - 'reversed_on' - 'updated_at') is distinct from (to_jsonb(new) - 'reversed_on' - 'updated_at'))
      execute function discounts_refuse_change();`)
    for (const table of ["discounts_record", "discounts_applied"]) {
      this.addSql(`create trigger "${table}_no_truncate" before truncate on "${table}"
        for each statement execute function discounts_refuse_change();`)
    }
  }

  override async down(): Promise<void> {
    for (const table of ["applied", "use_count", "use", "record", "article", "range", "order_discount"]) {
      this.addSql(`drop table if exists "discounts_${table}" cascade;`)
    }
    for (const table of ["assignment", "rule", "discount"]) {
      this.addSql(`drop table if exists "discounts_${table}" cascade;`)
    }
    this.addSql(`drop function if exists discounts_refuse_overlap();`)
    this.addSql(`drop function if exists discounts_refuse_change();`)
  }
}
