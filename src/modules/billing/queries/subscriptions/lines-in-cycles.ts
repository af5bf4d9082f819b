import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** The lines of an order that are sold in billing cycles: those that made subscriptions, or all of a renewal's order. */
export async function linesInCycles(
  knex: Knex,
  { orderId, lineIds }: { orderId: string; lineIds: readonly string[] },
): Promise<string[]> {
  const renewal = await knex("billing_renewal")
    .where({ order_id: orderId })
    .whereNull("billed_with")
    .whereNull("deleted_at")
    .first<{ id: string } | undefined>("id")
  if (renewal) {
    return [...lineIds]
  }
  return knex("billing_subscription_item")
    .whereIn("order_line_id", [...lineIds])
    .whereNull("deleted_at")
    .pluck<string[]>("order_line_id")
}
