import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { MedusaError } from "@medusajs/framework/utils"
import { setTimeout as wait } from "timers/promises"
import type { SubscriptionItemRecord, SubscriptionRecord } from "./subscription-record"

export interface LockedSubscription {
  row: SubscriptionRecord
  items: SubscriptionItemRecord[]
}

/** Waits for a worker: 20 times 250 ms. */
const TRIES = 20
const PAUSE_MS = 250

type LockedRow = SubscriptionRecord & { is_busy: boolean }

/**
 * Claimed by a worker, or left by one that crashed between a renewal's record and its order: the next run finishes
 * that. One that waits for a retry is not claimed.
 */
const BUSY = `(claimed_by is not null and coalesce(claimed_until > now(), false)) or exists (
  select 1 from billing_renewal r where r.subscription_id = billing_subscription.id and r.status = 'preparing'
) as is_busy`

async function lockRows(trx: Knex, ids: string[]): Promise<LockedRow[]> {
  return trx("billing_subscription")
    .select<LockedRow[]>("*", trx.raw(BUSY))
    .whereIn("id", ids)
    .whereNull("deleted_at")
    .orderBy("id")
    .forUpdate()
}

async function itemsOf(trx: Knex, ids: string[]): Promise<SubscriptionItemRecord[]> {
  return trx("billing_subscription_item")
    .select<SubscriptionItemRecord[]>("*")
    .whereIn("subscription_id", ids)
    .whereNull("deleted_at")
    .orderBy("id")
}

function refuseUnknown(ids: string[], rows: { id: string }[]): void {
  const unknown = ids.filter((id) => !rows.some((row) => row.id === id))
  if (unknown.length) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Subscription with id: ${unknown.join(", ")} was not found`)
  }
}

const withItems = (rows: SubscriptionRecord[], items: SubscriptionItemRecord[]): LockedSubscription[] =>
  rows.map((row) => ({ row, items: items.filter((item) => item.subscription_id === row.id) }))

/** Reads subscriptions without locking them. Throws NOT_FOUND that names the unknown ids. */
export async function readSubscriptions(knex: Knex, ids: string[]): Promise<LockedSubscription[]> {
  const rows: SubscriptionRecord[] = await knex("billing_subscription")
    .whereIn("id", ids)
    .whereNull("deleted_at")
    .orderBy("id")
  refuseUnknown(ids, rows)
  return withItems(rows, await itemsOf(knex, ids))
}

/** One subscription with its items; not found if `owner` is another customer. */
export async function readSubscription(
  knex: Knex,
  id: string,
  owner?: { customer_id: string },
): Promise<SubscriptionRecord & { items: SubscriptionItemRecord[] }> {
  const [found] = await readSubscriptions(knex, [id])
  if (!found || (owner && found.row.customer_id !== owner.customer_id)) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Subscription with id: ${id} was not found`)
  }
  return { ...found.row, items: found.items }
}

/**
 * Runs a change on locked subscriptions, in one transaction. Rows are always locked in the same order. It waits for a
 * subscription that a billing worker has claimed, since the worker bills what it has read; after five seconds the
 * change is refused.
 */
export async function withLockedSubscriptions<T>(
  knex: Knex,
  ids: string[],
  change: (trx: Knex, locked: LockedSubscription[]) => Promise<T>,
): Promise<T> {
  for (let tried = 0; tried < TRIES; tried++) {
    const outcome = await knex.transaction(async (trx): Promise<{ value: T } | null> => {
      const rows = await lockRows(trx, ids)
      refuseUnknown(ids, rows)
      if (rows.some((row) => row.is_busy)) {
        return null
      }
      return { value: await change(trx, withItems(rows, await itemsOf(trx, ids))) }
    })
    if (outcome) {
      return outcome.value
    }
    await wait(PAUSE_MS)
  }
  // Medusa replaces the message of a `conflict` error, but not of this type.
  throw new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    "The subscription is being billed just now; try again in a minute",
  )
}
