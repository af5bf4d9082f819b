import { Migration } from "@medusajs/framework/mikro-orm/migrations"

const refuseOverlap = (overlaps: string): string => `create or replace function discounts_refuse_overlap()
  returns trigger language plpgsql as $$
  begin
    perform 1 from discounts_order_discount where id = new.order_discount_id for no key update;
    if ${overlaps} then
      raise exception 'two ranges of an order discount share a value' using errcode = 'exclusion_violation',
        constraint = 'discounts_range_no_overlap';
    end if;
    return null;
  end $$;`

/** The new row beside each other range of its set. */
const WITH_EVERY_OTHER = `exists (
      select 1 from discounts_range a join discounts_range b
        on b.order_discount_id = a.order_discount_id and b.currency_code = a.currency_code and b.id <> a.id
        and (a.min_value is null or b.max_value is null or a.min_value <= b.max_value)
        and (b.min_value is null or a.max_value is null or b.min_value <= a.max_value)
      where a.id = new.id
    )`

const LOWEST = "coalesce(min_value, -1), id"
const OF_ITS_SET = "n.order_discount_id = a.order_discount_id and n.currency_code = a.currency_code"

/**
 * The new row beside its two neighbours. Where two ranges of a set share a value, so do two that stand next to each other in
 * the order of their minimums, and one of those is new: the others had been compared before.
 */
const WITH_ITS_NEIGHBOURS = `exists (
      select 1 from discounts_range a
      cross join lateral (
        (select n.min_value, n.max_value from discounts_range n
          where ${OF_ITS_SET} and (coalesce(n.min_value, -1), n.id) < (coalesce(a.min_value, -1), a.id)
          order by coalesce(n.min_value, -1) desc, n.id desc limit 1)
        union all
        (select n.min_value, n.max_value from discounts_range n
          where ${OF_ITS_SET} and (coalesce(n.min_value, -1), n.id) > (coalesce(a.min_value, -1), a.id)
          order by coalesce(n.min_value, -1), n.id limit 1)
      ) b
      where a.id = new.id
        and (a.min_value is null or b.max_value is null or a.min_value <= b.max_value)
        and (b.min_value is null or a.max_value is null or b.min_value <= a.max_value)
    )`

/** A range is compared with its neighbours alone, by index: a set costs as much as it has ranges, not its square. */
export class Migration20261129150100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create index if not exists "IDX_discounts_range_in_order" on "discounts_range"
      (order_discount_id, currency_code, ${LOWEST.replace("coalesce(min_value, -1)", "(coalesce(min_value, -1))")});`)
    this.addSql(refuseOverlap(WITH_ITS_NEIGHBOURS))
  }

  override async down(): Promise<void> {
    this.addSql(refuseOverlap(WITH_EVERY_OTHER))
    this.addSql(`drop index if exists "IDX_discounts_range_in_order";`)
  }
}
