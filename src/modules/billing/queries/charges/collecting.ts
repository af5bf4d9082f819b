import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type {
  ChargedSubscription,
  ChargeStatus,
  CollectibleRenewal,
  RenewalSettlement,
  RenewalStatus,
  SubscriptionStatus,
} from "../../../../rules/billing"

export type { CollectibleRenewal }

/** Loads claimed renewals in the order of their cycles. */
export async function loadCollectibleRenewals(knex: Knex, ids: string[]): Promise<CollectibleRenewal[]> {
  return collectible(knex).whereIn("r.id", ids).whereNotNull("r.collect_on").orderBy(["r.subscription_id", "r.cycle"])
}

/** The renewal whose order this is, whatever its state. */
export async function findRenewalOfOrder(knex: Knex, orderId: string): Promise<CollectibleRenewal | undefined> {
  return collectible(knex).where("r.order_id", orderId).whereNull("r.deleted_at").first()
}

/** Whether the method lies with an account that Medusa keeps for another customer. By the unique index on both ids. */
const IS_METHOD_OF_ANOTHER = `exists (
  select 1 from account_holder a join customer_account_holder l
    on l.account_holder_id = a.id and l.deleted_at is null and l.customer_id <> s.customer_id
  where a.provider_id = s.payment_provider_id and a.external_id = s.payment_method ->> 'account_holder_id'
    and a.deleted_at is null)`

function collectible(knex: Knex): Knex.QueryBuilder {
  return knex("billing_renewal as r")
    .join("billing_subscription as s", "s.id", "r.subscription_id")
    .select(
      "r.id",
      "r.status",
      "r.subscription_id",
      "r.cycle",
      "r.order_id",
      "r.invoice_id",
      "r.payment_collection_id",
      "r.currency_code",
      "r.total",
      knex.raw(`(select c.raw_amount ->> 'value' from payment_collection c where c.id = r.payment_collection_id)
        as collection_amount`),
      "s.customer_id",
      "s.email",
      "s.payment_provider_id",
      "s.payment_method",
      knex.raw("r.attempts + 1 as attempt_number"),
      knex.raw(`${IS_METHOD_OF_ANOTHER} as is_method_of_another`),
    )
}

/** Seconds after which a charge of unknown outcome is reconciled again. */
const ASK_AGAIN_SECONDS = 600

/** Locks renewals in id order, and answers their statuses as they are now. Their subscriptions were locked before. */
export async function lockRenewals(trx: Knex, ids: string[]): Promise<Map<string, RenewalStatus>> {
  const rows: { id: string; status: RenewalStatus }[] = await trx("billing_renewal")
    .select("id", "status")
    .whereIn("id", ids)
    .orderBy("id")
    .forUpdate()
  return new Map(rows.map(({ id, status }) => [id, status]))
}

/**
 * Writes the statuses of locked renewals after their charge and gives them back. One that stays open is claimed again
 * later; no other run waits for it meanwhile.
 */
export async function settleRenewals(
  trx: Knex,
  { runId, renewals }: { runId: string; renewals: RenewalSettlement[] },
): Promise<void> {
  if (!renewals.length) {
    return
  }
  await trx.raw(
    `update billing_renewal r set status = x.status, reason = x.reason, collected_by_run = ?,
       attempts = case when x.is_open then r.attempts else coalesce(
         (select max(a.number) from billing_charge_attempt a where a.renewal_id = r.id and a.deleted_at is null),
         r.attempts) end,
       collect_on = case when x.is_open then r.collect_on else null end,
       claimed_by = null,
       claimed_until = case when x.is_open then now() + make_interval(secs => ?) else null end,
       updated_at = now()
     from jsonb_to_recordset(?::jsonb) as x(id text, status text, reason text, is_open boolean)
     where r.id = x.id and r.id = any(?)`,
    [runId, ASK_AGAIN_SECONDS, JSON.stringify(renewals), renewals.map(({ id }) => id)],
  )
}

/** Gives renewals back as they are: another process has settled them since they were claimed. */
export async function releaseRenewals(trx: Knex, { runId, ids }: { runId: string; ids: string[] }): Promise<void> {
  if (ids.length) {
    await trx("billing_renewal")
      .whereIn("id", ids)
      .update({ collected_by_run: runId, claimed_by: null, claimed_until: null })
  }
}

/**
 * Settles a locked renewal from outside of a run. `isOpen`: a run has to ask the provider about it, as an attempt is in
 * doubt or was paid though nothing is owed. A claim stays: its run settles what it has charged.
 */
export async function settleRenewalOfOrder(
  trx: Knex,
  { id, status, reason, isOpen }: { id: string; status: RenewalStatus; reason: string | null; isOpen: boolean },
): Promise<void> {
  await trx("billing_renewal")
    .where({ id })
    .update({
      status,
      reason,
      collect_on: isOpen ? trx.raw("coalesce(collect_on, due_on)") : null,
      updated_at: trx.fn.now(),
    })
}

/** The states of a renewal's attempts, the first one first. */
export async function attemptsOfRenewal(
  trx: Knex,
  renewalId: string,
): Promise<{ status: ChargeStatus; reason: string | null }[]> {
  return trx("billing_charge_attempt")
    .select("status", "reason")
    .where({ renewal_id: renewalId })
    .whereNull("deleted_at")
    .orderBy("number")
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
