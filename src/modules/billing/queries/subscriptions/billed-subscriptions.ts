import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { purchaseOrderNumber, type PendingPrice } from "../../../../rules/billing"
import { pendingPrices } from "../price-changes/price-changes"
import type { SubscriptionItemRow, SubscriptionRow } from "../../rows"

/** A subscription with what it is on: all that a renewal is composed from. */
export interface BilledSubscription extends SubscriptionRow {
  items: SubscriptionItemRow[]
  /** A new price that was announced or accepted, and is not yet the items' own; left out: it is not known. */
  pending_price?: PendingPrice | null
  /** The customer's own number of the order that it began with; left out: there is none. */
  purchase_order_number?: string
}

/** Loads subscriptions with their items, in the order in which they come due. */
export async function loadBilledSubscriptions(knex: Knex, ids: string[]): Promise<BilledSubscription[]> {
  const subscriptions: SubscriptionRow[] = await knex("billing_subscription")
    .whereIn("id", ids)
    .orderBy(["next_due_on", "id"])
  const items: SubscriptionItemRow[] = await knex("billing_subscription_item")
    .whereIn("subscription_id", ids)
    .whereNull("deleted_at")
    .orderBy("id")
  const itemsOf = new Map<string, SubscriptionItemRow[]>()
  for (const item of items) {
    itemsOf.set(item.subscription_id, [...(itemsOf.get(item.subscription_id) ?? []), item])
  }
  const pending = await pendingPrices(knex, ids)
  const numbers = await purchaseOrderNumbers(knex, subscriptions)
  return subscriptions.map((row) => ({
    ...row,
    items: itemsOf.get(row.id) ?? [],
    pending_price: pending.get(row.id) ?? null,
    ...numberOf(numbers.get(row.order_id ?? "")),
  }))
}

/** The customers' own numbers of the orders that subscriptions began with, by order: most have none. */
async function purchaseOrderNumbers(
  knex: Knex,
  subscriptions: readonly Pick<SubscriptionRow, "order_id">[],
): Promise<Map<string, string | null>> {
  const orderIds = [...new Set(subscriptions.flatMap(({ order_id }) => order_id ?? []))]
  const rows: { id: string; metadata: Record<string, unknown> }[] = orderIds.length
    ? await knex("order")
        .whereIn("id", orderIds)
        .whereRaw("metadata ->> 'purchase_order_number' is not null")
        .select("id", "metadata")
    : []
  return new Map(rows.map(({ id, metadata }) => [id, purchaseOrderNumber(metadata)]))
}

const numberOf = (number: string | null | undefined) => (number ? { purchase_order_number: number } : {})
