import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Figure, SubscriptionStatus } from "../../../../rules/billing"
import type { CivilDate } from "../../../../rules/calendar"
import type { Decimal } from "../../../../rules/money"

export interface BehindQuestion {
  figure: Figure
  currencyCode: string
  from: CivilDate
  to: CivilDate
  /** The days that *upcoming* looks ahead, whatever range is asked for. */
  today: CivilDate
  upcomingTo: CivilDate
}

/** A subscription behind a number, with what it adds to it. */
export interface BehindRow {
  subscription_id: string
  display_id: number
  email: string | null
  status: SubscriptionStatus
  on_date: CivilDate | null
  amount: Decimal
}

/** Each figure's rows: subscription, day, amount. */
const SOURCES: Record<Figure, string> = {
  mrr: `select id as subscription_id, null as on_date, mrr as amount from billing_subscription_figure
    where currency_code = :currencyCode and is_active and deleted_at is null`,
  active: `select id as subscription_id, null as on_date, mrr as amount from billing_subscription_figure
    where currency_code = :currencyCode and is_active and deleted_at is null`,
  at_risk: `select id as subscription_id, null as on_date, at_risk as amount from billing_subscription_figure
    where currency_code = :currencyCode and is_active and deleted_at is null and at_risk > 0`,
  upcoming: `select id as subscription_id, renews_on as on_date, renewal_amount as amount
    from billing_subscription_figure
    where currency_code = :currencyCode and renews_on between :today and :upcomingTo and deleted_at is null`,
  new: `select subscription_id, on_date, mrr as amount from billing_figure_movement
    where currency_code = :currencyCode and kind = 'new' and on_date between :from and :to and deleted_at is null`,
  churned: `select subscription_id, on_date, mrr as amount from billing_figure_movement
    where currency_code = :currencyCode and kind = 'churned' and on_date between :from and :to and deleted_at is null`,
  recovered: `select subscription_id, as_of as on_date, 0 as amount from billing_figure_event
    where currency_code = :currencyCode and type = 'recovered' and not is_waiting and as_of between :from and :to
      and deleted_at is null`,
  failed: `select subscription_id, as_of as on_date, 0 as amount from billing_figure_event
    where currency_code = :currencyCode and type = 'charge_failed' and not is_waiting and as_of between :from and :to
      and deleted_at is null`,
}

/** One page of what is behind a number, how many rows there are, and what they come to. */
export async function behindFigure(
  knex: Knex,
  { figure, ...question }: BehindQuestion,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ rows: BehindRow[]; count: number; total: Decimal }> {
  const source = SOURCES[figure]
  const { rows: sums } = await knex.raw<{ rows: { count: number; total: Decimal }[] }>(
    `select count(*)::int as count, coalesce(sum(amount), 0)::text as total from (${source}) b`,
    { ...question },
  )
  const { rows } = await knex.raw<{ rows: BehindRow[] }>(
    `select b.subscription_id, s.display_id, s.email, s.status, b.on_date, b.amount::text as amount
     from (${source} order by on_date desc nulls last, subscription_id desc limit :limit offset :offset) b
       join billing_subscription s on s.id = b.subscription_id
     order by b.on_date desc nulls last, b.subscription_id desc`,
    { ...question, limit, offset },
  )
  return { rows, count: sums[0]?.count ?? 0, total: sums[0]?.total ?? "0" }
}
