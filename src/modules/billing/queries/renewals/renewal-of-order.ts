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
  /** The other subscriptions on its invoice. */
  others: { subscription_id: string; display_id: number }[]
}

/** The renewal that an order was made for; undefined: it is no renewal's order. */
export async function renewalOfOrder(knex: Knex, orderId: string): Promise<RenewalOfOrder | undefined> {
  const renewal: Omit<RenewalOfOrder, "others"> | undefined = await knex("billing_renewal as r")
    .join("billing_subscription as s", "s.id", "r.subscription_id")
    .where("r.order_id", orderId)
    .whereNull("r.billed_with")
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
  if (!renewal) {
    return undefined
  }
  const all = await numbersOnInvoice(knex, renewal.renewal_id)
  return { ...renewal, others: all.filter(({ subscription_id }) => subscription_id !== renewal.subscription_id) }
}

/** The subscriptions whose renewals stand on the invoice of one, that one's among them. By index. */
export async function numbersOnInvoice(
  knex: Knex,
  leadId: string,
): Promise<{ subscription_id: string; display_id: number }[]> {
  const { rows } = await knex.raw<{ rows: { subscription_id: string; display_id: number }[] }>(
    `select s.id as subscription_id, s.display_id from (
       select subscription_id from billing_renewal where id = :leadId
       union all select subscription_id from billing_renewal where billed_with = :leadId and deleted_at is null) r
     join billing_subscription s on s.id = r.subscription_id order by s.display_id`,
    { leadId },
  )
  return rows
}
