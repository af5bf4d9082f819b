import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { FINAL_STATUSES, SUBSCRIPTION_STATUSES, type SubscriptionStatus } from "../../../../rules/billing"

const RUNNING = SUBSCRIPTION_STATUSES.filter((status) => !FINAL_STATUSES.some((final) => final === status))

/** How many subscriptions there are in each state that is not final; a state without any is left out. */
export async function countByStatus(knex: Knex): Promise<Partial<Record<SubscriptionStatus, number>>> {
  const rows: { status: SubscriptionStatus; count: string }[] = await knex("billing_subscription")
    .select("status")
    .count("* as count")
    .whereIn("status", RUNNING)
    .whereNull("deleted_at")
    .groupBy("status")
  return Object.fromEntries(rows.map(({ status, count }) => [status, Number(count)]))
}
