import type { Knex } from "@medusajs/framework/mikro-orm/knex"

const KEY = "day, currency_code, status, payment_status, types, is_effective"
const SUMS = "sum(sales), sum(sold), sum(refunded)"
/** Changes per statement. */
const PAGE = 10_000

/**
 * Adds the changes of figures to the figures by day, some at a time, and removes what has come to nothing. Two at once
 * take different changes, and meet each day's figures in one order. Returns how many changes it took.
 */
export async function addUpFigures(knex: Knex): Promise<number> {
  let count = 0
  for (let isLast = false; !isLast;) {
    const taken = await addUpPage(knex)
    count += taken
    isLast = taken < PAGE
  }
  if (count) {
    await knex.raw("delete from sales_figure where sales = 0 and sold = 0 and refunded = 0")
  }
  return count
}

async function addUpPage(knex: Knex): Promise<number> {
  const { rows } = await knex.raw<{ rows: { count: string }[] }>(
    `with taken as (delete from sales_figure_change where id in (
         select id from sales_figure_change order by id limit ? for update skip locked) returning *),
       added as (insert into sales_figure (${KEY}, sales, sold, refunded)
         select ${KEY}, ${SUMS} from taken group by ${KEY} order by ${KEY}
         on conflict (${KEY}) do update set sales = sales_figure.sales + excluded.sales,
           sold = sales_figure.sold + excluded.sold, refunded = sales_figure.refunded + excluded.refunded,
           updated_at = now())
     select count(*) as count from taken`,
    [PAGE],
  )
  return Number(rows[0]?.count ?? 0)
}

/** Makes the figures by day anew from sales and events, for what was written beside the database's triggers. */
export async function recountFigures(knex: Knex): Promise<void> {
  await knex.transaction(async (trx) => {
    await trx.raw("lock table sales_sale, sales_event in share mode")
    await trx("sales_figure_change").delete()
    await trx("sales_figure").delete()
    await trx.raw(`insert into sales_figure (${KEY}, sales, sold, refunded)
      select ${KEY}, ${SUMS} from sales_recount() group by ${KEY}`)
  })
}

/** The days on which figures are not what sales and events come to: none, unless someone wrote beside the triggers. */
export async function daysMiscounted(knex: Knex): Promise<string[]> {
  const { rows } = await knex.raw<{ rows: { day: string }[] }>(
    `select distinct day from (
       select ${KEY}, sales, sold, refunded from sales_recount()
       union all select ${KEY}, -sales, -sold, -refunded from sales_figure
       union all select ${KEY}, -sales, -sold, -refunded from sales_figure_change) both_of_them
     group by ${KEY} having sum(sales) <> 0 or sum(sold) <> 0 or sum(refunded) <> 0 order by day`,
  )
  return rows.map(({ day }) => day)
}
