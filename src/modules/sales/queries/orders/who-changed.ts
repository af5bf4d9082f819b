import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** The admins who have confirmed these changes of orders, by order; of what nobody of them has confirmed there is none. */
export async function whoChanged(knex: Knex, changeIds: readonly string[]): Promise<Map<string, string>> {
  const rows: { order_id: string; confirmed_by: string }[] = changeIds.length
    ? await knex("order_change")
        .whereIn("id", [...changeIds])
        .where("confirmed_by", "like", "user\\_%")
        .orderBy("id")
        .select("order_id", "confirmed_by")
    : []
  return new Map(rows.map(({ order_id, confirmed_by }) => [order_id, confirmed_by]))
}
