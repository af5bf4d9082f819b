import type { Knex } from "@medusajs/framework/mikro-orm/knex"

const TABLE = "service_core_watched_order"

/** The next orders that are under way, by id. */
export async function nextWatchedOrders(
  knex: Knex,
  { after, limit }: { after: string; limit: number },
): Promise<string[]> {
  return knex(TABLE).where("order_id", ">", after).orderBy("order_id").limit(limit).pluck("order_id")
}

/** Orders that nothing more will happen to without a key of its own are watched no more. */
export async function unwatchFinalOrders(knex: Knex, orderIds: string[]): Promise<void> {
  await knex.raw(
    `delete from ${TABLE} w where w.order_id = any(?) and not exists (
       select 1 from "order" o
       where o.id = w.order_id and o.deleted_at is null and o.status not in ('canceled', 'archived'))`,
    [orderIds],
  )
}
