import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { CivilDate } from "../../../../rules/calendar"
import type { Decimal } from "../../../../rules/money"

const TABLE = "billing_daily_figure"

export interface DailyFigureRow {
  on_date: CivilDate
  currency_code: string
  mrr: Decimal
  at_risk: Decimal
  active: number
  new: number
  churned: number
  recovered: number
  failed: number
}

/** The last day that has figures; null: none has. */
export async function lastFigureDay(knex: Knex): Promise<CivilDate | null> {
  const row = await knex(TABLE)
    .whereNull("deleted_at")
    .orderBy("on_date", "desc")
    .first<{ on_date: CivilDate } | undefined>("on_date")
  return row?.on_date ?? null
}

/**
 * Counts each day from one on, in each currency, from what moved and what happened on it, on top of the day before. Days that
 * nothing happened on are like the one before them. The same again writes the same.
 */
const COUNT_DAYS = `
  with days as (select to_char(d, 'YYYY-MM-DD') as on_date
      from generate_series(cast(:from as date), cast(:to as date), interval '1 day') d),
    base as (select currency_code, mrr, at_risk, active from ${TABLE}
      where on_date = to_char(cast(:from as date) - 1, 'YYYY-MM-DD') and deleted_at is null),
    moved as (select on_date, currency_code, sum(mrr) as mrr, sum(at_risk) as at_risk, sum(active) as active,
        count(*) filter (where kind = 'new') as new, count(*) filter (where kind = 'churned') as churned
      from billing_figure_movement where on_date between :from and :to and deleted_at is null
      group by on_date, currency_code),
    happened as (select as_of as on_date, currency_code, count(*) filter (where type = 'recovered') as recovered,
        count(*) filter (where type = 'charge_failed') as failed
      from billing_figure_event where not is_waiting and deleted_at is null and as_of between :from and :to
        and type in ('recovered', 'charge_failed') group by as_of, currency_code),
    currencies as (select currency_code from base union select currency_code from moved
      union select currency_code from happened)
  select d.on_date, c.currency_code,
    coalesce(b.mrr, 0) + sum(coalesce(m.mrr, 0)) over up as mrr,
    coalesce(b.at_risk, 0) + sum(coalesce(m.at_risk, 0)) over up as at_risk,
    (coalesce(b.active, 0) + sum(coalesce(m.active, 0)) over up)::int as active,
    coalesce(m.new, 0)::int as new, coalesce(m.churned, 0)::int as churned,
    coalesce(h.recovered, 0)::int as recovered, coalesce(h.failed, 0)::int as failed
  from days d cross join currencies c
    left join base b on b.currency_code = c.currency_code
    left join moved m on m.on_date = d.on_date and m.currency_code = c.currency_code
    left join happened h on h.on_date = d.on_date and h.currency_code = c.currency_code
  window up as (partition by c.currency_code order by d.on_date)`

export async function writeDailyFigures(trx: Knex, { from, to }: { from: CivilDate; to: CivilDate }): Promise<void> {
  // Two workers count one after the other.
  await trx.raw("select pg_advisory_xact_lock(hashtext('billing_daily_figure'))")
  await trx.raw(
    `insert into ${TABLE} (id, on_date, currency_code, mrr, raw_mrr, at_risk, raw_at_risk, active, new, churned,
       recovered, failed)
     select f.on_date || ':' || f.currency_code, f.on_date, f.currency_code,
       f.mrr, jsonb_build_object('value', f.mrr::text, 'precision', 20),
       f.at_risk, jsonb_build_object('value', f.at_risk::text, 'precision', 20),
       f.active, f.new, f.churned, f.recovered, f.failed
     from (${COUNT_DAYS}) f
     on conflict (id) do update set mrr = excluded.mrr, raw_mrr = excluded.raw_mrr, at_risk = excluded.at_risk,
       raw_at_risk = excluded.raw_at_risk, active = excluded.active, new = excluded.new, churned = excluded.churned,
       recovered = excluded.recovered, failed = excluded.failed, updated_at = now()`,
    { from, to },
  )
}

/** The figures of these days, the first one first. */
export async function readDailyFigures(
  knex: Knex,
  { from, to, currencyCode }: { from: CivilDate; to: CivilDate; currencyCode?: string | undefined },
): Promise<DailyFigureRow[]> {
  const rows = knex(TABLE)
    .whereBetween("on_date", [from, to])
    .whereNull("deleted_at")
    .orderBy(["on_date", "currency_code"])
    .select<DailyFigureRow[]>(
      "on_date",
      "currency_code",
      knex.raw("mrr::text as mrr"),
      knex.raw("at_risk::text as at_risk"),
      "active",
      "new",
      "churned",
      "recovered",
      "failed",
    )
  return currencyCode ? rows.where("currency_code", currencyCode) : rows
}

export interface UpcomingSum {
  currency_code: string
  count: number
  amount: Decimal
}

/** What comes due up to a day, by currency: of today's terms, net. */
export async function upcomingSums(
  knex: Knex,
  { from, to }: { from: CivilDate; to: CivilDate },
): Promise<UpcomingSum[]> {
  const { rows } = await knex.raw<{ rows: UpcomingSum[] }>(
    `select currency_code, count(*)::int as count, sum(renewal_amount)::text as amount
     from billing_subscription_figure where renews_on between :from and :to and deleted_at is null
     group by currency_code order by currency_code`,
    { from, to },
  )
  return rows
}
