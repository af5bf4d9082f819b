import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { RenewalMember } from "../../../../rules/billing"

/** Locks subscriptions that are about to be put together, in one order, so that two workers do not do it at once. */
export async function lockToGroup(trx: Knex, subscriptionIds: string[]): Promise<void> {
  await trx("billing_subscription").select("id").whereIn("id", subscriptionIds).orderBy("id").forUpdate()
}

/** A renewal that shares an invoice, with the one whose invoice it is. */
export interface GroupedRenewal {
  id: string
  lead_id: string
}

/** Of these renewals without an order, those that were put together, with all that are in their groups. By index. */
export async function groupsOfPreparing(knex: Knex, ids: string[]): Promise<GroupedRenewal[]> {
  if (!ids.length) {
    return []
  }
  const { rows } = await knex.raw<{ rows: GroupedRenewal[] }>(
    `with leads as (
       select distinct m.billed_with as id from billing_renewal m
       where (m.id = any(:ids) or m.billed_with = any(:ids)) and m.billed_with is not null and m.deleted_at is null)
     select l.id, l.id as lead_id from leads l
     union all
     select m.id, m.billed_with from leads l join billing_renewal m on m.billed_with = l.id and m.deleted_at is null`,
    { ids },
  )
  return rows
}

/** The renewals on the invoices of these, without themselves. By index. */
export async function membersOfRenewals(knex: Knex, leadIds: string[]): Promise<RenewalMember[]> {
  return leadIds.length
    ? knex("billing_renewal")
        .select("id", "billed_with", "subscription_id", "cycle", "total")
        .whereIn("billed_with", leadIds)
        .whereNull("deleted_at")
        .orderBy("id")
    : []
}

/** The subscriptions of an invoice: its own, or all whose renewals are on it. */
export async function subscriptionsBilledOn(
  knex: Knex,
  { id, subscription_id, renewal_id }: { id: string; subscription_id: string | null; renewal_id: string | null },
): Promise<string[]> {
  if (subscription_id !== null || renewal_id === null) {
    return subscription_id === null ? [] : [subscription_id]
  }
  return knex("billing_renewal")
    .where("invoice_id", id)
    .whereNull("deleted_at")
    .orderBy("subscription_id")
    .pluck("subscription_id")
}

/** The renewals of `:subscriptionIds` that stand on an invoice with those of others. By index. */
export const SHARED_RENEWALS = `
  select m.subscription_id, m.order_id, m.invoice_id, m.status, coalesce(m.billed_with, m.id) as lead_id
  from billing_renewal m where m.subscription_id = any(:subscriptionIds) and m.order_id is not null and m.deleted_at is null
    and (m.billed_with is not null
      or exists (select 1 from billing_renewal o where o.billed_with = m.id and o.deleted_at is null))`

/** The orders that a subscription's renewals have with those of others. */
export async function sharedOrdersOf(knex: Knex, subscriptionId: string): Promise<string[]> {
  const { rows } = await knex.raw<{ rows: { order_id: string }[] }>(
    `select distinct shared.order_id from (${SHARED_RENEWALS}) shared`,
    { subscriptionIds: [subscriptionId] },
  )
  return rows.map(({ order_id }) => order_id)
}

/** The other running subscriptions of the same customer on invoices of this one that are still to be paid. */
export async function payingTogether(knex: Knex, subscriptionId: string): Promise<string[]> {
  const { rows } = await knex.raw<{ rows: { id: string }[] }>(
    `select distinct s.id from (${SHARED_RENEWALS}) shared
       join billing_renewal r on (r.id = shared.lead_id or r.billed_with = shared.lead_id) and r.deleted_at is null
       join billing_subscription s on s.id = r.subscription_id and s.deleted_at is null
         and s.status not in ('canceled', 'expired')
       join billing_subscription own on own.id = shared.subscription_id and own.customer_id = s.customer_id
     where shared.status in ('issued', 'failed') and s.id <> shared.subscription_id order by s.id`,
    { subscriptionIds: [subscriptionId] },
  )
  return rows.map(({ id }) => id)
}

/** The subscriptions on an invoice beside the lead's own, by the lead. */
export const subscriptionsBeside = (members: readonly RenewalMember[]): string[] => [
  ...new Set(members.map(({ subscription_id }) => subscription_id)),
]

/** Renewals on the invoices of these stand as these do. Called after each change of a renewal's state, in its transaction. */
export async function followLeads(trx: Knex, leadIds: string[]): Promise<void> {
  if (leadIds.length) {
    await trx.raw(
      `update billing_renewal m set status = l.status, reason = l.reason, dunning_from = l.dunning_from,
         attempts = l.attempts, collected_by_run = l.collected_by_run, updated_at = now()
       from billing_renewal l
       where m.billed_with = l.id and m.billed_with = any(?) and m.deleted_at is null
         and (m.status, m.reason, m.dunning_from, m.attempts, m.collected_by_run)
           is distinct from (l.status, l.reason, l.dunning_from, l.attempts, l.collected_by_run)`,
      [leadIds],
    )
  }
}
