import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type {
  ChargedSubscription,
  CollectibleRenewal,
  RenewalStatus,
  SubscriptionStatus,
} from "../../../../rules/billing"

export type { CollectibleRenewal }

/** Loads claimed renewals in the order of their cycles. */
export async function loadCollectibleRenewals(knex: Knex, ids: string[]): Promise<CollectibleRenewal[]> {
  return collectible(knex).whereIn("r.id", ids).where("r.status", "issued").orderBy(["r.subscription_id", "r.cycle"])
}

/** The renewal whose order this is, whatever its state. */
export async function findRenewalOfOrder(knex: Knex, orderId: string): Promise<CollectibleRenewal | undefined> {
  return collectible(knex).where("r.order_id", orderId).whereNull("r.deleted_at").first()
}

function collectible(knex: Knex): Knex.QueryBuilder {
  return knex("billing_renewal as r")
    .join("billing_subscription as s", "s.id", "r.subscription_id")
    .select(
      "r.id",
      "r.subscription_id",
      "r.cycle",
      "r.order_id",
      "r.invoice_id",
      "r.payment_collection_id",
      "r.currency_code",
      "r.total",
      "s.customer_id",
      "s.email",
      "s.payment_provider_id",
      "s.payment_method",
      knex.raw("r.attempts + 1 as attempt_number"),
    )
}

export interface SettledRenewal {
  id: string
  status: RenewalStatus
  reason: string | null
}

/** Seconds after which a charge of unknown outcome is reconciled again. */
const ASK_AGAIN_SECONDS = 600

/**
 * Writes the statuses of renewals after their charge; those that another worker settled meanwhile stay unchanged. One
 * that is still `issued` is reconciled later. Returns the ids that were settled now.
 */
export async function settleRenewals(
  trx: Knex,
  { runId, renewals }: { runId: string; renewals: SettledRenewal[] },
): Promise<Set<string>> {
  if (!renewals.length) {
    return new Set()
  }
  const { rows } = await trx.raw<{ rows: { id: string; status: RenewalStatus }[] }>(
    `update billing_renewal r set status = x.status, reason = x.reason, collected_by_run = ?,
       attempts = case when x.status = 'issued' then r.attempts else coalesce(
         (select max(a.number) from billing_charge_attempt a where a.renewal_id = r.id and a.deleted_at is null),
         r.attempts) end,
       collect_on = case when x.status = 'issued' then r.collect_on else null end,
       claimed_by = null,
       claimed_until = case when x.status = 'issued' then now() + make_interval(secs => ?) else null end,
       updated_at = now()
     from jsonb_to_recordset(?::jsonb) as x(id text, status text, reason text)
     where r.id = x.id and r.id = any(?) and r.status = 'issued'
     returning r.id, r.status`,
    [runId, ASK_AGAIN_SECONDS, JSON.stringify(renewals), renewals.map(({ id }) => id)],
  )
  return new Set(rows.filter(({ status }) => status !== "issued").map(({ id }) => id))
}

/** Marks one renewal as paid from outside of a run; false if it was already. */
export async function settlePaidRenewal(trx: Knex, id: string): Promise<boolean> {
  const settled = await trx("billing_renewal")
    .where({ id })
    .whereIn("status", ["issued", "failed"])
    .update({ status: "paid", reason: null, collect_on: null, updated_at: trx.fn.now() })
  return settled === 1
}

/**
 * Leaves issued renewals without an attempt to be paid by the customer; begun attempts are still finished or
 * reconciled. Returns how many renewals stay open.
 */
export async function stopCollecting(trx: Knex, subscriptionId: string): Promise<number> {
  return trx("billing_renewal as r")
    .where({ subscription_id: subscriptionId, status: "issued" })
    .whereNotNull("collect_on")
    .whereNull("deleted_at")
    .whereRaw("not exists (select 1 from billing_charge_attempt a where a.renewal_id = r.id and a.deleted_at is null)")
    .update({ collect_on: null, updated_at: trx.fn.now() })
}

/** Leaves one renewal, whose order was changed, to be paid by the customer, unless an attempt has begun. */
export async function stopCollectingOrder(trx: Knex, orderId: string): Promise<void> {
  await trx("billing_renewal as r")
    .where({ order_id: orderId, status: "issued" })
    .whereNotNull("collect_on")
    .whereNull("deleted_at")
    .whereRaw("not exists (select 1 from billing_charge_attempt a where a.renewal_id = r.id and a.deleted_at is null)")
    .update({ collect_on: null, updated_at: trx.fn.now() })
}

export interface LockedStatus extends ChargedSubscription {
  failed_ids: string[]
}

/** Locks subscriptions in id order and returns their state after their renewals were settled. */
export async function lockStatuses(trx: Knex, ids: string[]): Promise<LockedStatus[]> {
  return trx("billing_subscription as s")
    .whereIn("s.id", ids)
    .orderBy("s.id")
    .forUpdate("s")
    .select(
      "s.id",
      "s.status",
      "s.order_id",
      trx.raw(`array(select r.id from billing_renewal r where r.subscription_id = s.id and r.status = 'failed')
        as failed_ids`),
    )
}

/** Sets the status of subscriptions that were locked. */
export async function setStatuses(
  trx: Knex,
  subscriptions: { id: string; status: SubscriptionStatus }[],
): Promise<void> {
  for (const status of new Set(subscriptions.map((one) => one.status))) {
    const ids = subscriptions.filter((one) => one.status === status).map(({ id }) => id)
    await trx("billing_subscription").whereIn("id", ids).update({ status, updated_at: trx.fn.now() })
  }
}
