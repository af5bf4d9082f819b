import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { RenewalStatus } from "../../../../rules/billing"
import type { CivilDate } from "../../../../rules/calendar"

/** What a renewal's order renews. */
export interface RenewalOfOrder {
  renewal_id: string
  subscription_id: string
  display_id: number
  cycle: number
  period_start: CivilDate
  period_end: CivilDate
  due_on: CivilDate
  status: RenewalStatus
  reason: string | null
}

/** The renewal that an order was made for; undefined: it is no renewal's order. */
export async function renewalOfOrder(knex: Knex, orderId: string): Promise<RenewalOfOrder | undefined> {
  return knex("billing_renewal as r")
    .join("billing_subscription as s", "s.id", "r.subscription_id")
    .where("r.order_id", orderId)
    .whereNull("r.deleted_at")
    .first(
      "r.id as renewal_id",
      "r.subscription_id",
      "s.display_id",
      "r.cycle",
      "r.period_start",
      "r.period_end",
      "r.due_on",
      "r.status",
      "r.reason",
    )
}
