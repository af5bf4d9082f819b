import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { CivilDate } from "../../../../rules/calendar"

/**
 * Claims unpaid renewals to be charged, or asked about, at once; returns the ids of those that no worker has. They are due
 * from then on: after a crash, the next run goes on with them.
 */
export async function claimToCollectNow(
  knex: Knex,
  { ids, asOf, worker, seconds }: { ids: string[]; asOf: CivilDate; worker: string; seconds: number },
): Promise<string[]> {
  if (!ids.length) {
    return []
  }
  const rows: { id: string }[] = await knex("billing_renewal")
    .whereIn("id", ids)
    .whereIn("status", ["issued", "failed"])
    .whereNotNull("order_id")
    .whereNull("deleted_at")
    .whereRaw("(claimed_by is null or claimed_until is null or claimed_until < now())")
    .update({
      collect_on: knex.raw("least(collect_on, ?)", [asOf]),
      claimed_by: worker,
      claimed_until: knex.raw("now() + make_interval(secs => ?)", [seconds]),
    })
    .returning("id")
  return rows.map(({ id }) => id)
}

/** An attempt that waits for the customer, with the session that they confirm. */
export interface AttemptToConfirm {
  id: string
  renewal_id: string
  subscription_id: string
  payment_session_id: string
  payment_provider_id: string
}

/** The attempt of a renewal that waits for the customer. */
export async function attemptToConfirm(knex: Knex, renewalId: string): Promise<AttemptToConfirm | undefined> {
  return knex("billing_charge_attempt")
    .where({ renewal_id: renewalId, status: "requires_action" })
    .whereNull("deleted_at")
    .first("id", "renewal_id", "subscription_id", "payment_session_id", "payment_provider_id")
}

/** The renewals of open attempts by the payment sessions that they were made in. */
export async function renewalsOfSessions(knex: Knex, sessionIds: string[]): Promise<string[]> {
  return knex("billing_charge_attempt")
    .whereIn("payment_session_id", sessionIds)
    .whereIn("status", ["started", "unknown", "processing", "requires_action"])
    .whereNull("deleted_at")
    .pluck("renewal_id")
}

/** Whether a session's payment was captured and stands in its order's books. By index. */
export async function isSessionBooked(knex: Knex, sessionId: string): Promise<boolean> {
  const { rows } = await knex.raw<{ rows: unknown[] }>(
    `select 1 from payment p
       join order_payment_collection l on l.payment_collection_id = p.payment_collection_id and l.deleted_at is null
       join capture c on c.payment_id = p.id and c.deleted_at is null
       join order_transaction t on t.order_id = l.order_id and t.reference_id = c.id and t.deleted_at is null
     where p.payment_session_id = ? and p.deleted_at is null limit 1`,
    [sessionId],
  )
  return rows.length > 0
}

/** Renewals among these that failed with another method than their subscription has now, and that nothing is open of. */
export async function failedWithEarlierMethod(knex: Knex, ids: string[]): Promise<string[]> {
  if (!ids.length) {
    return []
  }
  const { rows } = await knex.raw<{ rows: { id: string }[] }>(
    `select r.id from billing_renewal r join billing_subscription s on s.id = r.subscription_id
     where r.id = any(?) and r.status = 'failed'
       and not exists (select 1 from billing_charge_attempt a where a.renewal_id = r.id and a.deleted_at is null
         and (a.status in ('started', 'unknown', 'processing', 'requires_action', 'paid')
           or a.payment_method ->> 'id' = s.payment_method ->> 'id'))`,
    [ids],
  )
  return rows.map(({ id }) => id)
}
