import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { SubscriptionStatus } from "../../../../rules/billing/states"

/** The ended states. */
const ENDED: SubscriptionStatus[] = ["canceled", "expired"]

export type RunsOn = "product_id" | "variant_id" | "cycle_id"

/**
 * How many subscriptions that have not ended run on each of these products, variants or cycles (B12). What has none is
 * not in the map. A subscription with two items on the same thing counts once.
 */
export async function countRunningSubscriptions(knex: Knex, on: RunsOn, ids: string[]): Promise<Map<string, number>> {
  if (!ids.length) {
    return new Map()
  }
  const rows: { id: string; count: string }[] = await knex("billing_subscription_item as item")
    .join("billing_subscription as subscription", "subscription.id", "item.subscription_id")
    .whereIn(`item.${on}`, ids)
    .whereNull("item.deleted_at")
    .whereNull("subscription.deleted_at")
    .whereNotIn("subscription.status", ENDED)
    .groupBy(`item.${on}`)
    .select(`item.${on} as id`)
    .countDistinct("subscription.id as count")
  return new Map(rows.map((row) => [row.id, Number(row.count)]))
}
