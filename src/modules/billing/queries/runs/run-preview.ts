import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { CivilDate } from "../../../../rules/calendar"
import type { Decimal } from "../../../../rules/money"
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

export interface RenewalSum {
  currency_code: string
  count: number
  total: Decimal
}

/**
 * What was issued before and is due to be charged by a date, by currency. A charge in doubt that a run has just asked
 * about waits for a later one.
 */
export async function sumsToCollect(knex: Knex, asOf: CivilDate): Promise<RenewalSum[]> {
  const { rows } = await knex.raw<{ rows: RenewalSum[] }>(
    `select currency_code, count(*)::int as count, coalesce(sum(total + coalesce((select sum(m.total)
       from billing_renewal m where m.billed_with = billing_renewal.id and m.deleted_at is null), 0)), 0)::text as total
     from billing_renewal
     where collect_on <= ? and status = 'issued' and deleted_at is null
       and (claimed_until is null or claimed_until < now())
     group by currency_code order by currency_code`,
    [asOf],
  )
  return rows
}
