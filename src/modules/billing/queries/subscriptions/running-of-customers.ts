import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { FINAL_STATUSES } from "../../../../rules/billing"

export interface RunningOfCustomer {
  id: string
  display_id: number
  customer_id: string
}

/** The subscriptions of these customers that have not ended, by number. */
export async function runningOfCustomers(knex: Knex, customerIds: string[]): Promise<RunningOfCustomer[]> {
  return knex("billing_subscription")
    .whereIn("customer_id", customerIds)
    .whereNotIn("status", FINAL_STATUSES)
    .whereNull("deleted_at")
    .orderBy("display_id")
    .select("id", "display_id", "customer_id")
}
