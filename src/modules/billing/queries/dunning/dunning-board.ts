import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { DunningStage, SubscriptionStatus } from "../../../../rules/billing"
import type { CivilDate } from "../../../../rules/calendar"
import type { Decimal } from "../../../../rules/money"

/** A subscription that owes past its date, with what is done about it next. */
export interface DunnedRow {
  id: string
  display_id: number
  status: SubscriptionStatus
  stage: DunningStage
  customer_id: string | null
  email: string | null
  customer_name: string | null
  title: string | null
  currency_code: string
  /** What its invoices still ask for; one may be of other subscriptions, too. */
  owed_total: Decimal
  invoices: number
  overdue_since: CivilDate
  tries: number
  reason: string | null
  next_try_on: CivilDate | null
  suspend_on: CivilDate | null
  terminate_on: CivilDate | null
  is_hard_declined: boolean
}

export interface StageSum {
  stage: DunningStage
  currency_code: string
  count: number
  total: Decimal
}

/** What renewals of the subscription `s` owe; one on another's invoice is counted with that one. */
const OWED_RENEWALS = `
  select coalesce(p.open_total, r.total) as owed, r.billed_with is null as is_counted, r.cycle, r.reason,
    coalesce(r.dunning_from, r.due_on) as since, r.attempts as tries, p.processing_on is not null as is_at_bank, a.status,
    coalesce(r.collect_on, (select l.collect_on from billing_renewal l where l.id = r.billed_with)) as next_try_on
  from billing_renewal r left join billing_invoice_payment p on p.invoice_id = r.invoice_id
    left join billing_charge_attempt a on a.renewal_id = coalesce(r.billed_with, r.id) and a.deleted_at is null
      and a.status in ('requires_action', 'processing')
  where r.subscription_id = s.id and r.status in ('issued', 'failed') and r.deleted_at is null
    and coalesce(p.status, 'open') in ('open', 'partly_paid') and coalesce(r.dunning_from, r.due_on) <= :asOf`

/** What it owes of the order that it was bought with, whose payment was taken back; of an order's subscriptions the first counts it. */
const OWED_FIRST = `
  select q.open_total, not exists (select 1 from billing_subscription e where e.order_id = s.order_id and e.id < s.id
      and e.status in ('past_due', 'suspended') and e.deleted_at is null), 0, b.reason, b.since, 1,
    q.processing_on is not null, null, null
  from billing_invoice i join billing_invoice_payment q on q.invoice_id = i.id and q.status in ('open', 'partly_paid')
    cross join lateral (select min(x.as_of) as since, (array_agg(x.reason order by x.created_at desc))[1] as reason
      from billing_payment_return x where x.order_id = i.order_id and x.reinstated_on is null and x.deleted_at is null) b
  where i.order_id = s.order_id and i.kind = 'invoice' and i.change_id is null and i.renewal_id is null
    and i.deleted_at is null and b.since <= :asOf`

/** What is dunned: past due or suspended, with what is owed. By the index on status. */
const DUNNED = `
  select s.id, s.display_id, s.status, s.customer_id, s.email, s.currency_code, s.suspend_on, s.terminate_on,
    s.is_hard_declined, o.owed_total, o.counted_total, o.invoices, o.overdue_since, o.tries, o.reason, o.next_try_on,
    case when s.status = 'suspended' then 'suspended' when o.to_confirm then 'action_required'
      when o.is_processing then 'processing' when o.next_try_on is not null then 'retrying' else 'waiting' end as stage
  from billing_subscription s cross join lateral (
    select sum(d.owed) as owed_total, count(*)::int as invoices,
      coalesce(sum(d.owed) filter (where d.is_counted), 0) as counted_total, min(d.since) as overdue_since,
      max(d.tries) as tries, min(d.next_try_on) as next_try_on, (array_agg(d.reason order by d.cycle desc))[1] as reason,
      bool_or(d.status = 'requires_action') as to_confirm, bool_or(d.status = 'processing' or d.is_at_bank) as is_processing
    from (${OWED_RENEWALS} union all ${OWED_FIRST}) d
  ) o
  where s.status in ('past_due', 'suspended') and s.deleted_at is null and o.invoices > 0`

export interface BoardPage {
  asOf: CivilDate
  stage: DunningStage | null
  limit: number
  offset: number
}

/** One page of what is dunned, the longest overdue first, with how many there are. */
export async function listDunned(
  knex: Knex,
  { asOf, stage, limit, offset }: BoardPage,
): Promise<{ rows: DunnedRow[]; count: number }> {
  const bindings = { asOf, stage, limit, offset }
  const { rows } = await knex.raw<{ rows: (DunnedRow & { in_all: number; counted_total: Decimal })[] }>(
    `select d.*, d.owed_total::text as owed_total, d.in_all,
       nullif(concat_ws(' ', c.first_name, c.last_name), '') as customer_name,
       (select i.title from billing_subscription_item i where i.subscription_id = d.id and i.deleted_at is null
        order by i.id limit 1) as title
     from (select d.*, (count(*) over ())::int as in_all from (${DUNNED}) d
       where cast(:stage as text) is null or d.stage = :stage
       order by d.overdue_since, d.id limit :limit offset :offset) d
     left join customer c on c.id = d.customer_id
     order by d.overdue_since, d.id`,
    bindings,
  )
  return { rows: rows.map(({ in_all: _all, counted_total: _once, ...row }) => row), count: rows[0]?.in_all ?? 0 }
}

/** What is owed in each stage and currency. An invoice of several subscriptions is counted once. */
export async function sumsOfStages(knex: Knex, asOf: CivilDate): Promise<StageSum[]> {
  const { rows } = await knex.raw<{ rows: StageSum[] }>(
    `select d.stage, d.currency_code, count(*)::int as count, sum(d.counted_total)::text as total from (${DUNNED}) d
     group by 1, 2 order by 1, 2`,
    { asOf },
  )
  return rows
}
