import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { SubscriptionColumns } from "../../../../rules/billing"
import type { CivilDate } from "../../../../rules/calendar"

/** A subscription of goods of a customer, with the dates on which it has renewed. */
export interface ParcelSiblingRow extends SubscriptionColumns {
  order_id: string | null
  customer_id: string | null
  email: string | null
  shipping_address: Record<string, unknown> | null
  renewed_on: CivilDate[]
}

/**
 * The subscriptions of goods of these customers, with those of the dates on which they have renewed already. A renewal
 * whose order was canceled sends no parcel.
 */
export async function readParcelSiblings(
  knex: Knex,
  { customerIds, dates }: { customerIds: string[]; dates: CivilDate[] },
): Promise<ParcelSiblingRow[]> {
  if (!customerIds.length) {
    return []
  }
  const { rows } = await knex.raw<{ rows: ParcelSiblingRow[] }>(
    `select s.id, s.order_id, s.customer_id, s.email, s.shipping_address, s.status, s.payment_type, s.anchor_on, s.anchor_cycle,
            s.interval_unit, s.interval_count, s.next_cycle, s.period_start, s.period_end, s.next_due_on, s.expires_on,
            s.cancel_on, s.collection_method, s.payment_method,
            array(select r.due_on from billing_renewal r where r.subscription_id = s.id and r.due_on = any(?)
                    and r.status not in ('skipped', 'canceled') and r.deleted_at is null) as renewed_on
     from billing_subscription s
     where s.customer_id = any(?) and s.payment_type = 'recurring' and s.deleted_at is null
       and exists (select 1 from billing_subscription_item i where i.subscription_id = s.id and i.deleted_at is null
                     and i.snapshot ->> 'requires_shipping' = 'true')`,
    [dates, customerIds],
  )
  return rows
}
