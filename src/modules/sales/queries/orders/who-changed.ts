import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/**
 * The admins who have confirmed the last change of these orders, by order, where their sale has no snapshot from after it:
 * an event that was on its way may find the change before the change's own event does.
 */
export async function whoChanged(knex: Knex, orderIds: readonly string[]): Promise<Map<string, string>> {
  const rows: { order_id: string; confirmed_by: string }[] = orderIds.length
    ? await knex("order_change as c")
        .join("sales_sale as s", "s.order_id", "c.order_id")
        .whereIn("c.order_id", [...orderIds])
        .where("c.confirmed_by", "like", "user\\_%")
        .whereRaw(
          `coalesce(c.confirmed_at, c.created_at) > (select max(e.created_at) from sales_event e
             where e.sale_id = s.id and e.snapshot_number is not null)`,
        )
        .orderBy("c.id")
        .select("c.order_id", "c.confirmed_by")
    : []
  return new Map(rows.map(({ order_id, confirmed_by }) => [order_id, confirmed_by]))
}
