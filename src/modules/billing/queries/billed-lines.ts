import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { CartLineKind } from "../../../rules/billing"
import type { CivilDate } from "../../../rules/calendar"

/** What billing knows of an order's line. */
export interface BilledLine {
  kind: CartLineKind
  /** The first period that a recurring line pays for; null for what has none, or is free until a trial's end. */
  period: { start: CivilDate; end: CivilDate } | null
}

interface BilledLineRow {
  order_line_id: string
  kind: CartLineKind
  period_start: CivilDate | null
  period_end: CivilDate | null
}

/** By order line id: set-up fees, and the lines that subscriptions were made from. */
export async function billedLinesOfOrder(knex: Knex, orderId: string): Promise<Map<string, BilledLine>> {
  const { rows } = await knex.raw<{ rows: BilledLineRow[] }>(
    `select order_line_id, kind, null as period_start, null as period_end
     from billing_cart_line where order_id = ? and order_line_id is not null and kind = 'setup_fee'
     union all
     select i.order_line_id, 'product', s.period_start, s.period_end
     from billing_subscription s join billing_subscription_item i on i.subscription_id = s.id
     where s.order_id = ? and i.order_line_id is not null`,
    [orderId, orderId],
  )
  return new Map(
    rows.map(({ order_line_id, kind, period_start, period_end }) => [
      order_line_id,
      { kind, period: period_start && period_end ? { start: period_start, end: period_end } : null },
    ]),
  )
}
