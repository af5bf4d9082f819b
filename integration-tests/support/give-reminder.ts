import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** A message about a subscription's end that could not be sent: its customer had no address. Returns its id. */
export async function giveReminder(
  knex: Knex,
  { subscriptionId, customerId }: { subscriptionId: string; customerId: string },
): Promise<string> {
  const id = "brem_failed"
  await knex("billing_reminder").insert({
    id,
    template: "billing.terminated",
    subject: "subscription",
    subject_id: subscriptionId,
    subscription_id: subscriptionId,
    customer_id: customerId,
    step: "terminated",
    on_date: "2026-01-15",
    as_of: "2026-01-15",
    status: "failed",
    reason: "no_address",
    next_try_at: null,
  })
  return id
}
