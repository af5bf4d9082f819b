import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const TIMES = `"created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(),
      "deleted_at" timestamptz null`

/** The discounts room's tables, with the guards that no code can go around. */
export class Migration20261129092000 extends Migration {
  override async up(): Promise<void> {
    this.articleDiscounts()
    this.orderDiscounts()
    this.records()
    this.guards()
  }

  override async down(): Promise<void> {
    for (const table of [
      "discounts_use_count",
      "discounts_use",
      "discounts_applied",
      "discounts_record",
      "discounts_range",
      "discounts_order_discount",
      "discounts_article",
      "discounts_assignment",
      "discounts_rule",
      "discounts_discount",
    ]) {
      this.addSql(`drop table if exists "${table}" cascade;`)
    }
    this.addSql(`drop function if exists discounts_candidates(text[], text[], text);`)
    this.addSql(`drop function if exists discounts_refuse_change();`)
    this.addSql(`drop function if exists discounts_refuse_overlap();`)
  }

  private articleDiscounts(): void {
    this.addSql(`create table if not exists "discounts_discount" (
      "id" text not null, "name" text not null, "type" text not null, "is_active" boolean not null default true,
      "groups" text[] not null default '{}'::text[], "note" text null,
      "renewals" text not null default 'first_only', "renewal_cycles" integer null, "usage_limit" integer null,
      "usage_limit_per_customer" integer null, "used" integer not null default 0, ${TIMES},
      constraint "discounts_discount_pkey" primary key (id),
      constraint "discounts_discount_name_check" check (btrim(name) <> ''),
      constraint "discounts_discount_renewals_check" check ((renewals in ('first_only', 'cycles', 'forever')) and
        ((renewals = 'cycles') = (renewal_cycles is not null)) and ((renewal_cycles is null) or (renewal_cycles
        > 0))),
      constraint "discounts_discount_type_check" check (type in ('exclusive', 'cumulative', 'non_cumulative')),
      constraint "discounts_discount_usage_limit_check" check ((usage_limit > 0) and (used <= usage_limit)),
      constraint "discounts_discount_usage_limit_per_customer_check" check (usage_limit_per_customer > 0),
      constraint "discounts_discount_used_check" check (used >= 0));`)
    this.addSql(`create table if not exists "discounts_rule" (
      "id" text not null, "discount_id" text not null, "rank" integer not null, "trigger" text not null,
      "min_value" numeric null, "max_value" numeric null, "mode" text not null, "value" numeric not null,
      "per" text not null default 'unit', "currency_code" text null, ${TIMES},
      constraint "discounts_rule_pkey" primary key (id),
      constraint "discounts_rule_bounds_check" check ((min_value >= 0) and (max_value >= 0) and (min_value <=
        max_value) and (min_value < '100000000000000000000'::numeric) and (max_value <
        '100000000000000000000'::numeric)),
      constraint "discounts_rule_currency_check" check (currency_code ~ '^[a-z]{3}$'),
      constraint "discounts_rule_needs_currency_check" check ((currency_code is not null) or ((mode = 'percent') and
        (trigger = 'quantity'))),
      constraint "discounts_rule_value_check" check ((value >= 0) and (value < '100000000000000000000'::numeric) and
        ((mode <> 'percent') or (value <= 100))),
      constraint "discounts_rule_words_check" check ((trigger in ('amount', 'quantity')) and (mode in ('percent',
        'fixed')) and (per in ('unit', 'article'))));`)
    this.addSql(`alter table "discounts_rule" add constraint "discounts_rule_discount_id_foreign"
      foreign key (discount_id) references discounts_discount(id) on update cascade on delete cascade;`)
    this.addSql(`create unique index if not exists "IDX_discounts_rule_rank" on "discounts_rule"
      (discount_id, rank);`)
    this.addSql(`create table if not exists "discounts_assignment" (
      "id" text not null, "discount_id" text not null, "level" text not null, "target_id" text not null,
      "position" integer not null, "limited_duration" boolean not null default false, "starts_on" text null,
      "ends_on" text null, ${TIMES},
      constraint "discounts_assignment_pkey" primary key (id),
      constraint "discounts_assignment_ends_on_check" check ((ends_on is null) or ((ends_on ~
        '^\\d{4}-\\d{2}-\\d{2}$') and ((ends_on)::date is not null))),
      constraint "discounts_assignment_level_check" check (level in ('variant', 'product', 'collection', 'category')),
      constraint "discounts_assignment_period_check" check (ends_on >= starts_on),
      constraint "discounts_assignment_starts_on_check" check ((starts_on is null) or ((starts_on ~
        '^\\d{4}-\\d{2}-\\d{2}$') and ((starts_on)::date is not null))));`)
    this.addSql(`alter table "discounts_assignment" add constraint "discounts_assignment_discount_id_foreign"
      foreign key (discount_id) references discounts_discount(id) on update cascade on delete cascade;`)
    this.addSql(`create index if not exists "IDX_discounts_assignment_discount_id" on "discounts_assignment"
      (discount_id);`)
    this.addSql(`create unique index if not exists "IDX_discounts_assignment_target" on "discounts_assignment"
      (level, target_id, discount_id);`)
    this.addSql(`create table if not exists "discounts_article" (
      "id" text not null, "level" text not null, "target_id" text not null,
      "order_discount_eligible" boolean null, "costs" jsonb null, ${TIMES},
      constraint "discounts_article_pkey" primary key (id),
      constraint "discounts_article_costs_check" check (jsonb_typeof(costs) = 'object'),
      constraint "discounts_article_level_check" check (level in ('product', 'variant')));`)
    this.addSql(`create unique index if not exists "IDX_discounts_article_target" on "discounts_article"
      (level, target_id);`)
  }

  private orderDiscounts(): void {
    this.addSql(`create table if not exists "discounts_order_discount" (
      "id" text not null, "name" text not null, "position" integer not null,
      "is_active" boolean not null default true, "groups" text[] not null default '{}'::text[],
      "limited_duration" boolean not null default false, "starts_on" text null, "ends_on" text null,
      "note" text null, "renewals" text not null default 'first_only', "renewal_cycles" integer null,
      "usage_limit" integer null, "usage_limit_per_customer" integer null, "used" integer not null default 0,
      ${TIMES},
      constraint "discounts_order_discount_pkey" primary key (id),
      constraint "discounts_order_discount_ends_on_check" check ((ends_on is null) or ((ends_on ~
        '^\\d{4}-\\d{2}-\\d{2}$') and ((ends_on)::date is not null))),
      constraint "discounts_order_discount_name_check" check (btrim(name) <> ''),
      constraint "discounts_order_discount_period_check" check (ends_on >= starts_on),
      constraint "discounts_order_discount_renewals_check" check ((renewals in ('first_only', 'cycles', 'forever'))
        and ((renewals = 'cycles') = (renewal_cycles is not null)) and ((renewal_cycles is null) or
        (renewal_cycles > 0))),
      constraint "discounts_order_discount_starts_on_check" check ((starts_on is null) or ((starts_on ~
        '^\\d{4}-\\d{2}-\\d{2}$') and ((starts_on)::date is not null))),
      constraint "discounts_order_discount_usage_limit_check" check ((usage_limit > 0) and (used <= usage_limit)),
      constraint "discounts_order_discount_usage_limit_per_customer_check" check (usage_limit_per_customer > 0),
      constraint "discounts_order_discount_used_check" check (used >= 0));`)
    this.addSql(`create index if not exists "IDX_discounts_order_discount_active" on "discounts_order_discount"
      ("position", id) where is_active;`)
    this.addSql(`create table if not exists "discounts_range" (
      "id" text not null, "order_discount_id" text not null, "currency_code" text not null,
      "min_value" numeric null, "max_value" numeric null, "percent" numeric not null, ${TIMES},
      constraint "discounts_range_pkey" primary key (id),
      constraint "discounts_range_bounds_check" check ((min_value >= 0) and (max_value >= 0) and (min_value <=
        max_value) and (min_value < '100000000000000000000'::numeric) and (max_value <
        '100000000000000000000'::numeric)),
      constraint "discounts_range_currency_check" check (currency_code ~ '^[a-z]{3}$'),
      constraint "discounts_range_percent_check" check ((percent >= 0) and (percent <= 100)));`)
    this.addSql(`alter table "discounts_range" add constraint "discounts_range_order_discount_id_foreign"
      foreign key (order_discount_id) references discounts_order_discount(id) on update cascade on delete cascade;`)
    this.addSql(`create index if not exists "IDX_discounts_range_order_discount_id" on "discounts_range"
      (order_discount_id);`)
  }

  private records(): void {
    this.addSql(`create table if not exists "discounts_record" (
      "id" text not null, "cart_id" text null, "order_id" text null, "version" integer not null default 1,
      "customer_id" text null, "currency_code" text not null, "as_of" text not null, "channel" text not null,
      "trace" jsonb not null, "placed_at" timestamptz null, ${TIMES},
      constraint "discounts_record_pkey" primary key (id),
      constraint "discounts_record_channel_check" check (channel in ('cart', 'quick_order', 'draft_order',
        'order_edit', 'simulator')),
      constraint "discounts_record_placed_check" check ((placed_at is null) or (order_id is not null)),
      constraint "discounts_record_version_check" check (version > 0));`)
    this.addSql(`create unique index if not exists "IDX_discounts_record_cart_id" on "discounts_record"
      (cart_id) where (cart_id is not null);`)
    this.addSql(`create unique index if not exists "IDX_discounts_record_order" on "discounts_record"
      (order_id, version) where (order_id is not null);`)
    this.addSql(`create index if not exists "IDX_discounts_record_waiting" on "discounts_record"
      (created_at) where (placed_at is null);`)
    this.addSql(`create table if not exists "discounts_applied" (
      "id" text not null, "order_id" text not null, "order_line_id" text not null,
      "version" integer not null default 1, "discount_id" text null, "source" text not null,
      "name" text not null, "amount" numeric not null, "line_price" numeric not null,
      "quantity" numeric not null, "currency_code" text not null, "applied_on" text not null,
      "kind" text not null, "reversed_on" text null, ${TIMES},
      constraint "discounts_applied_pkey" primary key (id),
      constraint "discounts_applied_amount_check" check ((amount >= 0) and (amount <= line_price) and (line_price <
        '100000000000000000000'::numeric) and (quantity > 0)),
      constraint "discounts_applied_applied_on_check" check ((applied_on is null) or ((applied_on ~
        '^\\d{4}-\\d{2}-\\d{2}$') and ((applied_on)::date is not null))),
      constraint "discounts_applied_reversed_on_check" check ((reversed_on is null) or ((reversed_on ~
        '^\\d{4}-\\d{2}-\\d{2}$') and ((reversed_on)::date is not null))),
      constraint "discounts_applied_source_check" check ((source = 'personal') = (discount_id is null)),
      constraint "discounts_applied_words_check" check ((source in ('personal', 'article', 'order')) and (kind in
        ('first_order', 'renewal', 'edit'))));`)
    this.addSql(`create index if not exists "IDX_discounts_applied_discount_id" on "discounts_applied"
      (discount_id);`)
    this.addSql(`create index if not exists "IDX_discounts_applied_on" on "discounts_applied"
      (applied_on);`)
    this.addSql(`create unique index if not exists "IDX_discounts_applied_once" on "discounts_applied"
      (order_id, version, order_line_id, source, coalesce(discount_id, ''));`)
    this.addSql(`create table if not exists "discounts_use" (
      "id" text not null, "discount_id" text not null, "record_id" text not null, "cart_id" text null,
      "order_id" text null, "customer_key" text null, "released_at" timestamptz null, ${TIMES},
      constraint "discounts_use_pkey" primary key (id));`)
    this.addSql(`alter table "discounts_use" add constraint "discounts_use_record_id_foreign"
      foreign key (record_id) references discounts_record(id);`)
    this.addSql(`create unique index if not exists "IDX_discounts_use_once" on "discounts_use"
      (discount_id, record_id);`)
    this.addSql(`create index if not exists "IDX_discounts_use_order_id" on "discounts_use"
      (order_id) where (order_id is not null);`)
    this.addSql(`create index if not exists "IDX_discounts_use_record_id" on "discounts_use"
      (record_id);`)
    this.addSql(`create table if not exists "discounts_use_count" (
      "id" text not null, "discount_id" text not null, "customer_key" text not null,
      "used" integer not null default 0, ${TIMES},
      constraint "discounts_use_count_pkey" primary key (id),
      constraint "discounts_use_count_used_check" check (used >= 0));`)
    this.addSql(`create unique index if not exists "IDX_discounts_use_count_customer" on "discounts_use_count"
      (discount_id, customer_key);`)
  }

  /** What no code can talk its way around. */
  private guards(): void {
    // All that can matter for an evaluation, as a function: each cart refresh asks it, and the database keeps a function's
    // plans, which cost more than running them. Numbers leave as text: JSON's own are binary floats.
    this
      .addSql(`create or replace function discounts_candidates(levels text[], targets text[], customer text) returns TABLE(assignments json, discounts json, rules json, order_discounts json, ranges json, articles json, settings json) language plpgsql stable as $$
      #variable_conflict use_column
      declare
        ids text[];
      begin
        select json_agg(json_build_object('discount_id', x.discount_id, 'level', x.level, 'target_id', x.target_id,
            'position', x.position, 'limited_duration', x.limited_duration, 'starts_on', x.starts_on,
            'ends_on', x.ends_on) order by x.position, x.discount_id), array_agg(distinct x.discount_id)
          into assignments, ids from discounts_assignment x join unnest(levels, targets) as t (level, target_id) on t.level = x.level and t.target_id = x.target_id
          join discounts_discount d on d.id = x.discount_id and d.is_active;
        if ids is not null then
          select json_agg(json_build_object('id', d.id, 'name', d.name, 'type', d.type, 'is_active', d.is_active,
              'groups', d.groups, 'renewals', d.renewals, 'renewal_cycles', d.renewal_cycles, 'usage_limit', d.usage_limit,
              'used', d.used, 'usage_limit_per_customer', d.usage_limit_per_customer,
              'used_by_customer', coalesce(c.used, 0)))
            into discounts from discounts_discount d
            left join discounts_use_count c on c.discount_id = d.id and c.customer_key = customer
            where d.id = any (ids);
          select json_agg(json_build_object('id', r.id, 'discount_id', r.discount_id, 'trigger', r.trigger,
              'min', r.min_value::text, 'max', r.max_value::text, 'mode', r.mode, 'value', r.value::text, 'per', r.per,
              'currency_code', r.currency_code) order by r.rank)
            into rules from discounts_rule r where r.discount_id = any (ids);
        end if;
        select json_agg(json_build_object('id', o.id, 'name', o.name, 'position', o.position, 'is_active', o.is_active,
            'groups', o.groups, 'limited_duration', o.limited_duration, 'starts_on', o.starts_on, 'ends_on', o.ends_on,
            'renewals', o.renewals, 'renewal_cycles', o.renewal_cycles, 'usage_limit', o.usage_limit, 'used', o.used,
            'usage_limit_per_customer', o.usage_limit_per_customer, 'used_by_customer', coalesce(c.used, 0))
            order by o.position, o.id), array_agg(o.id)
          into order_discounts, ids from discounts_order_discount o
          left join discounts_use_count c on c.discount_id = o.id and c.customer_key = customer
          where o.is_active;
        if ids is not null then
          select json_agg(json_build_object('order_discount_id', g.order_discount_id, 'currency_code', g.currency_code,
              'min', g.min_value::text, 'max', g.max_value::text, 'percent', g.percent::text)
              order by g.currency_code, g.min_value nulls first)
            into ranges from discounts_range g where g.order_discount_id = any (ids);
        end if;
        select json_agg(json_build_object('level', x.level, 'target_id', x.target_id,
            'order_discount_eligible', x.order_discount_eligible, 'costs', x.costs))
          into articles from discounts_article x join unnest(levels, targets) as t (level, target_id) on t.level = x.level and t.target_id = x.target_id;
        select s."values"::json into settings from service_core_settings s where s.room = 'discounts';
        return next;
      end $$;`)
    // What a discount gave, and why, never changes (D24).
    this.addSql(`create or replace function discounts_refuse_change() returns trigger language plpgsql as $$
      begin
        raise exception 'rows of % never change: they say what was sold', tg_table_name
          using errcode = 'restrict_violation';
      end $$;`)
    // Ranges of an order discount do not overlap (D2). The lock makes two transactions at once take turns; the new row alone is
    // compared, so that a set of ranges costs its square.
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
    this.addSql(`create trigger "discounts_applied_immutable" before update on discounts_applied
      for each row when (((old.reversed_on IS not NULL) or (new.reversed_on is null) or (((to_jsonb(old.*) - 'reversed_on') - 'updated_at') is distinct from ((to_jsonb(new.*) - 'reversed_on') - 'updated_at')))) execute function discounts_refuse_change();`)
    this.addSql(`create trigger "discounts_applied_kept" before delete on discounts_applied
      for each row execute function discounts_refuse_change();`)
    this.addSql(`create trigger "discounts_applied_no_truncate" before truncate on discounts_applied
      for each statement execute function discounts_refuse_change();`)
    this
      .addSql(`create constraint trigger "discounts_range_no_overlap" after insert or update on discounts_range deferrable initially deferred
      for each row execute function discounts_refuse_overlap();`)
    this.addSql(`create trigger "discounts_record_immutable" before delete or update on discounts_record
      for each row when ((old.placed_at IS not NULL)) execute function discounts_refuse_change();`)
    this.addSql(`create trigger "discounts_record_no_truncate" before truncate on discounts_record
      for each statement execute function discounts_refuse_change();`)
  }
}
