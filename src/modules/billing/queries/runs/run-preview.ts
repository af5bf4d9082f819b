import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { CivilDate } from "../../../../rules/calendar"
import type { Decimal } from "../../../../rules/money"
import { OPEN_TOTAL } from "../charges/collecting"
import { DUE_STATUSES } from "../renewals/claims"

/** How many subscriptions are due by a date, and those that come first, with whose they are. By index. */
export async function dueSubscriptions(
  knex: Knex,
  { asOf, limit }: { asOf: CivilDate; limit: number },
): Promise<{ first: { id: string; customer_id: string | null }[]; count: number }> {
  const due = knex("billing_subscription")
    .where("next_due_on", "<=", asOf)
    .whereIn("status", DUE_STATUSES)
    .whereNull("deleted_at")
  const [counted] = await due.clone().count<{ count: string }[]>("id as count")
  const first: { id: string; customer_id: string | null }[] = await due
    .clone()
    .select("id", "customer_id")
    .orderBy(["next_due_on", "id"])
    .limit(limit)
  return { first, count: Number(counted?.count ?? 0) }
}

/** What a charge that is under way asks for, whatever became of the invoice since. */
const UNDER_WAY = `(select a.amount from billing_charge_attempt a where a.renewal_id = r.id
  and a.status in ('started', 'unknown', 'processing') and a.deleted_at is null limit 1)`

export interface RenewalSum {
  currency_code: string
  count: number
  total: Decimal
}

/**
 * What was issued before and is due to be charged by a date, by currency, those that were declined and are tried again
 * among them. A charge in doubt that a run has just asked about waits for a later one, and nothing is asked of a method that was
 * declined for good.
 */
export async function sumsToCollect(knex: Knex, asOf: CivilDate): Promise<RenewalSum[]> {
  const { rows } = await knex.raw<{ rows: RenewalSum[] }>(
    `select r.currency_code, count(*)::int as count, coalesce(sum(coalesce(${UNDER_WAY}, ${OPEN_TOTAL})), 0)::text as total
     from billing_renewal r join billing_subscription s on s.id = r.subscription_id and not s.is_hard_declined
     where r.collect_on <= ? and r.status in ('issued', 'failed') and r.deleted_at is null
       and (r.claimed_until is null or r.claimed_until < now())
     group by r.currency_code order by r.currency_code`,
    [asOf],
  )
  return rows
}
