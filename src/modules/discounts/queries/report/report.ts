import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { CivilDate } from "../../../../rules/calendar"
import type { DiscountSource } from "../../../../rules/discounts/states"
import type { Decimal } from "../../../../rules/money"
import { likePattern } from "../../../core"

export interface ReportFilters {
  from?: CivilDate | undefined
  to?: CivilDate | undefined
  currency_code?: string | undefined
  q?: string | undefined
}

export interface ReportRow {
  discount_id: string | null
  name: string
  source: DiscountSource
  currency_code: string
  uses: number
  lines: number
  quantity: number
  discount_total: Decimal
  revenue: Decimal
  is_deleted: boolean
}

/**
 * Use and revenue of each discount (D24), from rows that never change. Each row counts on its day, and counts back on the
 * day on which it was reversed: the order was canceled, or an edit gave the line other discounts. What came back or was
 * refunded counts back on its own day. An order begins to use a discount with its first version that has it, and ends
 * when nothing of it is left. A line's revenue is its price less all its discounts.
 */
const REPORT = `
  with given as (
    select a.*, sum(a.amount) over (partition by a.order_id, a.version, a.order_line_id, a.kind) as taken
    from discounts_applied a
    where (:currency::text is null or a.currency_code = :currency) and (
      ((:from::text is null or a.applied_on >= :from) and (:to::text is null or a.applied_on <= :to))
      or (a.reversed_on is not null
        and (:from::text is null or a.reversed_on >= :from) and (:to::text is null or a.reversed_on <= :to)))
  ), entry as (
    select g.*, g.kind not in ('return', 'refund') as is_sale, day.sign as turned,
      case when g.kind in ('return', 'refund') then -day.sign else day.sign end as sign
    from given g cross join lateral (values (g.applied_on, 1), (g.reversed_on, -1)) as day (date, sign)
    where day.date is not null and (:from::text is null or day.date >= :from) and (:to::text is null or day.date <= :to)
  ), counted as (
    select e.*,
      e.is_sale and e.turned = 1 and not exists (select 1 from discounts_applied o where o.order_id = e.order_id
        and o.order_line_id = e.order_line_id and o.version < e.version and o.source = e.source
        and o.discount_id is not distinct from e.discount_id and o.kind not in ('return', 'refund')) as begins_line,
      e.is_sale and e.turned = -1 and not exists (select 1 from discounts_applied o where o.order_id = e.order_id
        and o.order_line_id = e.order_line_id and o.version > e.version and o.source = e.source
        and o.discount_id is not distinct from e.discount_id and o.kind not in ('return', 'refund')) as ends_line,
      e.kind in ('first_order', 'edit') and e.turned = 1 and not exists (select 1 from discounts_applied o
        where o.order_id = e.order_id and o.version < e.version and o.source = e.source
        and o.discount_id is not distinct from e.discount_id and o.kind in ('first_order', 'edit')) as begins,
      e.kind in ('first_order', 'edit') and e.turned = -1 and not exists (select 1 from discounts_applied o
        where o.order_id = e.order_id and o.source = e.source
        and (o.version > e.version or o.reversed_on is null or o.reversed_on > e.reversed_on)
        and o.discount_id is not distinct from e.discount_id and o.kind in ('first_order', 'edit')) as ends
    from entry e
  ), total as (
    select discount_id, source, currency_code, (array_agg(name order by applied_on desc, id desc))[1] as name,
      (count(distinct order_id) filter (where begins) - count(distinct order_id) filter (where ends))::int as uses,
      (count(distinct order_line_id) filter (where begins_line)
        - count(distinct order_line_id) filter (where ends_line))::int as lines,
      sum(sign * quantity) as units, sum(sign * amount) as given, sum(sign * (line_price - taken)) as brought_in
    from counted group by discount_id, source, currency_code
  ), shown as (
    select * from total where uses <> 0 or lines <> 0 or units <> 0 or given <> 0 or brought_in <> 0
  )
  select discount_id, name, source, currency_code, uses, lines, units::float8 as quantity, given::text as discount_total,
    brought_in::text as revenue, case source
      when 'article' then not exists (select 1 from discounts_discount d where d.id = discount_id)
      when 'order' then not exists (select 1 from discounts_order_discount d where d.id = discount_id)
      else false end as is_deleted, count(*) over () as count
  from shown where :q::text is null or name ilike :q or discount_id = :id
  order by currency_code, given desc, discount_id nulls last, source`

/** A page of the report, and how many rows it has in all; without a page, all of it. */
export async function readReport(
  knex: Knex,
  { from, to, currency_code, q }: ReportFilters,
  page?: { limit: number; offset: number },
): Promise<{ rows: ReportRow[]; count: number }> {
  const bindings = {
    from: from ?? null,
    to: to ?? null,
    currency: currency_code ?? null,
    q: q ? likePattern(q) : null,
    id: q ?? null,
    limit: page?.limit ?? null,
    offset: page?.offset ?? 0,
  }
  const { rows } = await knex.raw<{ rows: (ReportRow & { count: string })[] }>(
    `${REPORT} limit :limit offset :offset`,
    bindings,
  )
  const [first] = rows
  return { rows: rows.map(({ count: _count, ...row }) => row), count: first ? Number(first.count) : 0 }
}
