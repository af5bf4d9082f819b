import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { FINAL_STATUSES } from "../../../../rules/billing"

const ofOrder = (knex: Knex, orderId: string): Knex.QueryBuilder =>
  knex("billing_subscription").where({ order_id: orderId }).whereNull("deleted_at")

/** The ids of the subscriptions that an order has made, those that were split off included. */
export async function subscriptionIdsOfOrder(knex: Knex, orderId: string): Promise<string[]> {
  return ofOrder(knex, orderId).orderBy("id").pluck<string[]>("id")
}

/** Those of them that have not ended: nothing that happens to the first order changes the others. */
export async function runningIdsOfOrder(knex: Knex, orderId: string): Promise<string[]> {
  return ofOrder(knex, orderId).whereNotIn("status", FINAL_STATUSES).orderBy("id").pluck<string[]>("id")
}

/** Whether an order has made a subscription. */
export async function hasSubscriptions(knex: Knex, orderId: string): Promise<boolean> {
  const row = await ofOrder(knex, orderId).first<{ id: string } | undefined>("id")
  return row !== undefined
}
