import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { OwedRenewal, Standing, StandingRow } from "../../../../rules/billing"
import { AT_ONCE, IS_COLLECTED_FOR } from "../charges/collecting"

/** A subscription as settling and dunning see it. */
export interface LockedStanding extends StandingRow {
  order_id: string | null
}

const COLUMNS = [
  "id",
  "order_id",
  "status",
  "suspended_reason",
  "payment_type",
  "interval_unit",
  "interval_count",
  "anchor_on",
  "anchor_cycle",
  "next_cycle",
  "period_start",
  "period_end",
  "next_due_on",
  "expires_on",
  "end_cycle",
  "billing_day",
  "cancel_on",
  "canceled_on",
  "cancel_reason",
  "ended_on",
  "collection_method",
  "payment_method",
  "part_from",
  "whole_from",
  "early_on",
  "dunning_on",
  "suspend_on",
  "terminate_on",
  "is_hard_declined",
]

/** Locks subscriptions in id order, so that two workers cannot deadlock. */
export async function lockStandings(trx: Knex, ids: string[]): Promise<LockedStanding[]> {
  return trx("billing_subscription").select(COLUMNS).whereIn("id", ids).orderBy("id").forUpdate()
}

/** A renewal of it is being collected, or the next run collects it: what it owes is not known before. */
const IS_COLLECTED_FIRST = `(exists (select 1 from billing_renewal r
  where r.subscription_id = s.id and r.collect_on <= ? and r.deleted_at is null
    and (r.claimed_by is not null or r.claimed_until is null or r.claimed_until < now()))
  or exists (select 1 from billing_renewal m join billing_renewal r on r.id = m.billed_with
  where m.subscription_id = s.id and m.billed_with is not null and m.deleted_at is null and r.collect_on <= ? and r.deleted_at is null
    and (r.claimed_by is not null or r.claimed_until is null or r.claimed_until < now())))`

/**
 * Locks a batch of subscriptions about which something is to be done by a date; another worker's are left out, and those
 * that are being billed or charged, and `except` those. The locks last as long as the transaction: a killed worker leaves none behind.
 */
export async function lockDueForDunning(
  trx: Knex,
  { asOf, limit, except }: { asOf: string; limit: number; except: string[] },
): Promise<LockedStanding[]> {
  return (
    trx("billing_subscription as s")
      .select(COLUMNS)
      .where("dunning_on", "<=", asOf)
      .whereNotIn("id", except)
      .whereNull("deleted_at")
      .whereRaw("(claimed_by is null or claimed_until is null or claimed_until < now())")
      .whereRaw(`not ${IS_COLLECTED_FIRST}`, [asOf, asOf])
      // What a worker has left half-made is finished first: nobody bills what has ended.
      .whereRaw(
        "not exists (select 1 from billing_renewal r where r.subscription_id = s.id and r.status = 'preparing')",
      )
      .orderBy(["dunning_on", "id"])
      .limit(limit)
      .forUpdate()
      .skipLocked()
  )
}

type OwedRow = OwedRenewal & { subscription_id: string }

/**
 * What subscriptions owe: their renewals that wait for money, by subscription. One whose invoice was written off or
 * credited is not owed. So is the order that they were bought with, where its payment was taken back. What the customer pays
 * on the page by a debit of days is under way as a run's own charge is.
 */
export async function owedRenewals(knex: Knex, subscriptionIds: string[]): Promise<Map<string, OwedRenewal[]>> {
  const owed = new Map<string, OwedRenewal[]>()
  if (!subscriptionIds.length) {
    return owed
  }
  const { rows } = await knex.raw<{ rows: OwedRow[] }>(
    `select r.id, r.subscription_id, r.status, coalesce(r.dunning_from, r.due_on) as "from",
       case when r.billed_with is null then r.collect_on
         else (select l.collect_on from billing_renewal l where l.id = r.billed_with) end as "collectOn",
       r.attempts as tries,
       case when p.processing_on is not null then 'processing'
         else (select a.status from billing_charge_attempt a where a.renewal_id = coalesce(r.billed_with, r.id)
          and a.deleted_at is null
          and a.status in ('started', 'unknown', 'requires_action', 'processing')) end as "openAttempt"
     from billing_renewal r left join billing_invoice_payment p on p.invoice_id = r.invoice_id
     where r.subscription_id = any(?) and r.status in ('issued', 'failed') and r.deleted_at is null
       and coalesce(p.status, 'open') in ('open', 'partly_paid')
     union all
     select b.id, s.id, 'failed', b.as_of, null, 1, case when x.processing_on is not null then 'processing' end
     from billing_subscription s
       join billing_payment_return b on b.order_id = s.order_id and b.reinstated_on is null and b.deleted_at is null
       cross join lateral (
         select q.processing_on from billing_invoice i
           join billing_invoice_payment q on q.invoice_id = i.id and q.status in ('open', 'partly_paid')
         where i.order_id = b.order_id and i.kind = 'invoice' and i.change_id is null and i.deleted_at is null offset 0
       ) x
     where s.id = any(?)`,
    [subscriptionIds, subscriptionIds],
  )
  for (const { subscription_id, ...renewal } of rows) {
    owed.set(subscription_id, [...(owed.get(subscription_id) ?? []), renewal])
  }
  return owed
}

/** Writes the standings of locked subscriptions, in one statement. */
export async function writeStandings(trx: Knex, standings: Standing[]): Promise<void> {
  if (!standings.length) {
    return
  }
  await trx.raw(
    `update billing_subscription s set status = x.status, suspended_reason = x.suspended_reason,
       anchor_on = x.anchor_on, anchor_cycle = x.anchor_cycle, period_start = x.period_start, period_end = x.period_end,
       next_due_on = x.next_due_on, expires_on = x.expires_on, cancel_on = x.cancel_on, ended_on = x.ended_on, canceled_on = x.canceled_on,
       cancel_reason = x.cancel_reason, dunning_on = x.dunning_on, suspend_on = x.suspend_on,
       terminate_on = x.terminate_on, is_hard_declined = x.is_hard_declined, updated_at = now()
     from jsonb_to_recordset(cast(? as jsonb)) as x(id text, status text, suspended_reason text, anchor_on text,
       anchor_cycle integer, period_start text, period_end text, next_due_on text, expires_on text, cancel_on text, ended_on text, canceled_on text,
       cancel_reason text, dunning_on text, suspend_on text, terminate_on text, is_hard_declined boolean)
     where s.id = x.id and s.id = any(?)`,
    [JSON.stringify(standings), standings.map(({ id }) => id)],
  )
}

/** The subscriptions of an order, which stopped for what they owe: it may be paid now. */
export async function owingOfOrder(knex: Knex, orderId: string): Promise<string[]> {
  return knex("billing_subscription")
    .where({ order_id: orderId })
    .whereIn("status", ["past_due", "suspended"])
    .whereNull("deleted_at")
    .pluck("id")
}

/** Leaves renewals to nobody whose invoices ask for nothing any more: they were written off or credited. */
export async function stopCollectingSettled(trx: Knex, subscriptionIds: string[]): Promise<void> {
  if (!subscriptionIds.length) {
    return
  }
  await trx("billing_renewal as r")
    .whereRaw(IS_COLLECTED_FOR, [subscriptionIds])
    .whereIn("status", ["issued", "failed"])
    .whereNotNull("collect_on")
    .whereNull("deleted_at")
    .whereRaw(
      `exists (select 1 from billing_invoice_payment p where p.invoice_id = r.invoice_id
         and p.status not in ('open', 'partly_paid'))
       and not exists (select 1 from billing_charge_attempt a where a.renewal_id = r.id and a.deleted_at is null
         and a.status in ('started', 'unknown', 'processing'))`,
    )
    .update({ collect_on: null, updated_at: trx.fn.now() })
}

/** Has the next tick look at all that owes: the settings have changed. */
export async function lookAtAllThatOwes(knex: Knex): Promise<void> {
  await knex("billing_subscription")
    .where("dunning_on", ">", AT_ONCE)
    .whereNull("deleted_at")
    .update({ dunning_on: AT_ONCE })
}

/** Whether dunning has something to do by a date, by index. */
export async function isDunningDue(knex: Knex, asOf: string): Promise<boolean> {
  const row = await knex("billing_subscription")
    .where("dunning_on", "<=", asOf)
    .whereNull("deleted_at")
    .orderBy(["dunning_on", "id"])
    .first<{ id: string } | undefined>("id")
  return row !== undefined
}
