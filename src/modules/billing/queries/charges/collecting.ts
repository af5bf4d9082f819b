import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { followLeads } from "../renewals/renewal-groups"
import type { ChargeStatus, CollectibleRenewal, RenewalSettlement, RenewalStatus } from "../../../../rules/billing"

export type { CollectibleRenewal }

/**
 * How many attempts were made. One whose money was taken back is over, though the renewal was settled without counting it: Medusa
 * had written the payment first, and the order said that it is paid.
 */
const ATTEMPTS_MADE = `greatest(r.attempts, (select max(t.number) from billing_charge_attempt t
  where t.renewal_id = r.id and t.status = 'reversed' and t.deleted_at is null))`

/** Loads claimed renewals in the order of their cycles. */
export async function loadCollectibleRenewals(knex: Knex, ids: string[]): Promise<CollectibleRenewal[]> {
  return collectible(knex).whereIn("r.id", ids).whereNotNull("r.collect_on").orderBy(["r.subscription_id", "r.cycle"])
}

/** The renewal whose order this is, whatever its state; where it is of several, the one that it is collected by. */
export async function findRenewalOfOrder(knex: Knex, orderId: string): Promise<CollectibleRenewal | undefined> {
  return collectible(knex).where("r.order_id", orderId).whereNull("r.billed_with").whereNull("r.deleted_at").first()
}

/** Whether the method lies with an account that Medusa keeps for another customer. By the unique index on both ids. */
const IS_METHOD_OF_ANOTHER = `exists (
  select 1 from account_holder a join customer_account_holder l
    on l.account_holder_id = a.id and l.deleted_at is null and l.customer_id <> s.customer_id
  where a.provider_id = s.payment_provider_id and a.external_id = s.payment_method ->> 'account_holder_id'
    and a.deleted_at is null)`

/** What the invoice of a renewal still asks for, also for the others that are on it. */
export const OPEN_TOTAL = `coalesce((select p.open_total from billing_invoice_payment p
  where p.invoice_id = r.invoice_id and p.open_total > 0), r.total + coalesce((select sum(m.total)
  from billing_renewal m where m.billed_with = r.id and m.deleted_at is null), 0))`

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
      knex.raw(`${ATTEMPTS_MADE} + 1 as attempt_number`),
      knex.raw(`${OPEN_TOTAL} as open_total`),
      knex.raw(`${IS_METHOD_OF_ANOTHER} as is_method_of_another`),
      "s.is_hard_declined",
      "r.reason",
      "r.collect_on",
      knex.raw("coalesce(r.dunning_from, r.due_on) as dunning_from"),
      knex.raw(`array(select a.as_of from billing_charge_attempt a
        where a.renewal_id = r.id and a.deleted_at is null order by a.number) as tried_on`),
      knex.raw(`exists (select 1 from billing_payment_return b where b.order_id = r.order_id
        and b.deleted_at is null) as was_returned`),
    )
}

/** The next tick looks at what a subscription owes. */
export const AT_ONCE = "1970-01-01"

/** Seconds after which a charge whose outcome is in doubt is reconciled again. */
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
  { runId, renewals }: { runId: string | null; renewals: RenewalSettlement[] },
): Promise<void> {
  if (!renewals.length) {
    return
  }
  await trx.raw(
    `update billing_renewal r set status = x.status, reason = x.reason, 
       collected_by_run = coalesce(cast(? as text), r.collected_by_run),
       attempts = case when x.is_open then r.attempts else coalesce(
         (select max(a.number) from billing_charge_attempt a where a.renewal_id = r.id and a.deleted_at is null),
         r.attempts) end,
       collect_on = x.collect_on, dunning_from = coalesce(x.dunning_from, r.dunning_from),
       claimed_by = null,
       claimed_until = case when x.is_open then now() + make_interval(secs => ?) else null end,
       updated_at = now()
     from jsonb_to_recordset(?::jsonb) as x(id text, status text, reason text, is_open boolean, collect_on text,
       dunning_from text)
     where r.id = x.id and r.id = any(?)`,
    [runId, ASK_AGAIN_SECONDS, JSON.stringify(renewals), renewals.map(({ id }) => id)],
  )
  await followLeads(
    trx,
    renewals.map(({ id }) => id),
  )
}

/** Gives renewals back as they are: another process has settled them since they were claimed. */
export async function releaseRenewals(
  trx: Knex,
  { runId, ids }: { runId: string | null; ids: string[] },
): Promise<void> {
  if (ids.length) {
    await trx("billing_renewal")
      .whereIn("id", ids)
      .update({ ...(runId === null ? {} : { collected_by_run: runId }), claimed_by: null, claimed_until: null })
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
  await followLeads(trx, [id])
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

/** A charge of it may still take money: it is asked about, whatever becomes of the subscription. */
const MAY_BE_CHARGED = `exists (select 1 from billing_charge_attempt a where a.renewal_id = r.id and a.deleted_at is null
  and (r.status = 'issued' or a.status in ('started', 'unknown', 'processing')))`

/** Another subscription on its invoice still runs: the invoice is charged for that one. */
const IS_CHARGED_FOR_OTHERS = `exists (select 1 from billing_renewal g join billing_subscription s on s.id = g.subscription_id
  where (g.id = r.id or g.billed_with = r.id) and g.deleted_at is null and not s.id = any(?)
    and s.status not in ('canceled', 'expired'))`

/**
 * Leaves renewals of subscriptions to be paid by the customer: they are charged no more. Begun attempts are still finished
 * or reconciled. Returns how many renewals stay unpaid so.
 */
export async function stopCollecting(trx: Knex, subscriptionIds: string[]): Promise<number> {
  if (!subscriptionIds.length) {
    return 0
  }
  return trx("billing_renewal as r")
    .whereRaw(IS_COLLECTED_FOR, [subscriptionIds])
    .whereIn("status", ["issued", "failed"])
    .whereNotNull("collect_on")
    .whereNull("deleted_at")
    .whereRaw(`not ${MAY_BE_CHARGED}`)
    .whereRaw(`not ${IS_CHARGED_FOR_OTHERS}`, [subscriptionIds])
    .update({ collect_on: null, updated_at: trx.fn.now() })
}

/** The renewals by which subscriptions are collected: their own, or those whose invoices they are on. */
export const IS_COLLECTED_FOR = `r.id = any(array(select coalesce(m.billed_with, m.id) from billing_renewal m
  where m.subscription_id = any(?) and m.status in ('issued', 'failed') and m.deleted_at is null))`

/** Leaves one renewal, whose order was changed, to be paid by the customer, unless an attempt has begun. */
export async function stopCollectingOrder(trx: Knex, orderId: string): Promise<void> {
  // Subscriptions are locked before their renewals everywhere.
  await trx.raw(
    `with lead as (select r.id, r.subscription_id from billing_renewal r where r.order_id = ? and r.billed_with is null
         and r.status = 'issued' and r.collect_on is not null and r.deleted_at is null)
     update billing_subscription set dunning_on = ? where id in (select subscription_id from lead
       union all select m.subscription_id from lead join billing_renewal m on m.billed_with = lead.id
         and m.deleted_at is null)`,
    [orderId, AT_ONCE],
  )
  await trx("billing_renewal as r")
    .where({ order_id: orderId, status: "issued" })
    .whereNull("billed_with")
    .whereNotNull("collect_on")
    .whereNull("deleted_at")
    .whereRaw("not exists (select 1 from billing_charge_attempt a where a.renewal_id = r.id and a.deleted_at is null)")
    .update({ collect_on: null, updated_at: trx.fn.now() })
}
