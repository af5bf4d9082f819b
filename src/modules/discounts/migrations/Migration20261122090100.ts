import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const MATCHES =
  "join unnest(levels, targets) as t (level, target_id) on t.level = x.level and t.target_id = x.target_id"

/**
 * The discounts that can apply to a cart, as a function: every cart refresh calls it, and planning its statements again
 * would cost more than running them. The database keeps a function's plans. Numbers leave as text: JSON's own are
 * binary floats.
 */
export class Migration20261122090100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create or replace function discounts_candidates(levels text[], targets text[], customer text)
      returns table (assignments json, discounts json, rules json, order_discounts json, ranges json, articles json,
        settings json) language plpgsql stable as $$
      #variable_conflict use_column
      declare
        ids text[];
      begin
        select json_agg(json_build_object('discount_id', x.discount_id, 'level', x.level, 'target_id', x.target_id,
            'position', x.position, 'limited_duration', x.limited_duration, 'starts_on', x.starts_on,
            'ends_on', x.ends_on) order by x.position, x.discount_id), array_agg(distinct x.discount_id)
          into assignments, ids from discounts_assignment x ${MATCHES}
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
          into articles from discounts_article x ${MATCHES};
        select s."values"::json into settings from service_core_settings s where s.room = 'discounts';
        return next;
      end $$;`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop function if exists discounts_candidates(text[], text[], text);`)
  }
}
