import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { CivilDate } from "../../../../rules/calendar"
import type { DiscountSource } from "../../../../rules/discounts/states"
import type { Decimal } from "../../../../rules/money"

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
}

/**
 * Use and revenue of each discount (D24), from rows that never change. Of an edited line, its last version counts; a
 * canceled one does not. A line's revenue is its price less all its discounts.
 */
const REPORT = `
  with line as (
    select a.*, sum(a.amount) over (partition by a.order_id, a.version, a.order_line_id) as taken
    from discounts_applied a
    where a.reversed_on is null and (:from::text is null or a.applied_on >= :from)
      and (:to::text is null or a.applied_on <= :to) and (:currency::text is null or a.currency_code = :currency)
      and not exists (select 1 from discounts_applied later where later.order_id = a.order_id
        and later.order_line_id = a.order_line_id and later.version > a.version)
  ), total as (
    select discount_id, source, currency_code, (array_agg(name order by applied_on desc, id desc))[1] as name,
      (count(distinct order_id) filter (where kind <> 'renewal'))::int as uses,
      count(distinct order_line_id)::int as lines, sum(quantity)::float8 as quantity,
      sum(amount)::text as discount_total, sum(line_price - taken)::text as revenue, sum(amount) as taken
    from line group by discount_id, source, currency_code
  )
  select discount_id, name, source, currency_code, uses, lines, quantity, discount_total, revenue, count(*) over () as count
  from total where :q::text is null or name ilike :q or discount_id = :id
  order by currency_code, total.taken desc, discount_id nulls last, source`

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
    q: q ? `%${q.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%` : null,
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
