import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { gramsOf } from "../../src/rules/customers"
import { recountFigures } from "../../src/modules/sales"

export const FIRST_DAY = "2023-01-01"
const DAYS = 1_428
const CUSTOMERS = 40_000
const TABLES = ["sales_sale", "sales_head", "sales_event", "sales_snapshot"]

/** So many different words stand in the titles that one of them is found in one sale of a hundred. */
const WORDS = 100

const word = (n: string): string => `('product' || (${n}))`

/**
 * Four years of sales, written straight into the tables: most are closed and paid, some are not paid at all, and of one in
 * thirty something was given back a week later. Their hashes are none; nothing here verifies them.
 */
export async function seedSales(knex: Knex, count: number): Promise<void> {
  const hash = `repeat('0', 64)`
  await onlyRows(knex, async (trx) => {
    await trx.raw(
      `insert into sales_sale (id, order_id, display_id, customer_id, status, payment_status, is_effective, types,
         currency_code, total, received, refunded, sold_on, sold_at, search_text, search_prefixes)
       select 'sale_' || lpad(n::text, 9, '0'), 'order_' || n, n, 'cus_' || (n % ${CUSTOMERS}),
         case when n > :count * 0.98 then (array['created', 'processing', 'finalized', 'interrupted'])[n % 4 + 1]
           when n % 40 = 1 then 'canceled' else 'closed' end,
         p.status, p.status <> 'not_paid', array[(array['simple', 'digital', 'subscription', 'service'])[n % 4 + 1]],
         case when n % 10 = 0 then 'chf' else 'eur' end, 20, case p.status when 'not_paid' then 0 else 20 end,
         case p.status when 'partially_refunded' then 5 else 0 end, d.day, d.day::timestamptz + (n % 1440) * interval '1 minute',
         '#' || n || E' \\nhosting ' || ${word(`n % ${WORDS}`)}, array['h', 'ho', 'hos', 'host', 'hosti', 'hostin', 'hosting',
           'p', 'pr', 'pro', 'prod', 'produ', 'produc', 'product', 'product' || (n % 10), 'product' || (n % ${WORDS})] ||
           array(select left(n::text, size) from generate_series(1, length(n::text)) size)
       from generate_series(1, :count) n
       cross join lateral (select to_char(:first::date + (n::bigint * ${DAYS} / :count)::int, 'YYYY-MM-DD') as day) d
       cross join lateral (select case when n % 40 = 1 then 'not_paid' when n % 30 = 2 then 'partially_refunded'
         else 'paid' end as status) p`,
      { count, first: FIRST_DAY },
    )
    await trx.raw(`insert into sales_head (sale_id, seq, hash) select id, 2, ${hash} from sales_sale`)
    await trx.raw(`insert into sales_snapshot (id, sale_id, number, schema, content)
      select 'ssnp_' || id, id, 1, 1, '{"lines":[{"title":"' || search_text || '"}]}' from sales_sale`)
    await trx.raw(`insert into sales_event (id, sale_id, seq, kind, occurred_at, recorded_at, actor, source, content,
        previous_hash, hash, counted_on, amount)
      select 'sevn_' || m.kind || id, id, m.seq, m.kind, sold_on, sold_on, 'system', m.kind, '{"record":"' || id || '"}',
        ${hash}, ${hash}, m.day, m.amount
      from sales_sale cross join lateral (
        select 'captured' as kind, 1 as seq, sold_on as day, received as amount where received > 0
        union all select 'refunded', 2, to_char(sold_on::date + 7, 'YYYY-MM-DD'), -refunded where refunded > 0) m`)
  })
  await seedProfiles(knex)
  await recountFigures(knex)
  for (const table of [...TABLES, "sales_figure", "sales_figure_change", "customers_profile", "customers_customer"]) {
    await knex.raw(`vacuum analyze ${table}`)
  }
}

/** Rows alone, without the triggers that would count each of them. */
async function onlyRows(knex: Knex, write: (trx: Knex) => Promise<void>): Promise<void> {
  await knex.transaction(async (trx) => {
    await trx.raw("set local session_replication_role = replica")
    await write(trx)
  })
}

/** The customers of the sales, found by their numbers. */
async function seedProfiles(knex: Knex): Promise<void> {
  const numbers = Array.from({ length: CUSTOMERS }, (_, n) => n)
  await knex.batchInsert(
    "customers_profile",
    numbers.map((n) => ({
      ...{ id: `cpro_${n}`, name: `Person${n}`, touched_at: new Date(), search_text: `person${n}` },
      search_grams: gramsOf(`person${n}`),
    })),
    2_000,
  )
  await knex.batchInsert(
    "customers_customer",
    numbers.map((n) => ({ id: `ccust_${n}`, customer_id: `cus_${n}`, profile_id: `cpro_${n}` })),
    2_000,
  )
}
