import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { CivilDate } from "../../../../rules/calendar"

interface PeriodRow {
  order_line_id: string
  period_start: CivilDate
  period_end: CivilDate
}

/** The first periods that an order's recurring lines pay for, by order line id; a line in trial pays for none yet. */
export async function firstPeriodsOfOrder(
  knex: Knex,
  orderId: string,
): Promise<Map<string, { start: CivilDate; end: CivilDate }>> {
  const rows: PeriodRow[] = await knex("billing_subscription as s")
    .join("billing_subscription_item as i", "i.subscription_id", "s.id")
    .where("s.order_id", orderId)
    .whereNull("s.deleted_at")
    .whereNull("i.deleted_at")
    .whereNotNull("i.order_line_id")
    .whereNotNull("s.period_start")
    .select("i.order_line_id", "s.period_start", "s.period_end")
  return new Map(
    rows.map(({ order_line_id, period_start, period_end }) => [
      order_line_id,
      { start: period_start, end: period_end },
    ]),
  )
}
