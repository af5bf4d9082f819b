import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** Orders whose sales time alone may change now, some at a time, after one id. */
export async function dueSales(
  knex: Knex,
  { asOf, after, limit }: { asOf: string; after: string; limit: number },
): Promise<{ id: string; order_id: string }[]> {
  return knex("sales_sale")
    .whereNotNull("next_on")
    .where("next_on", "<=", asOf)
    .where("id", ">", after)
    .orderBy("id")
    .limit(limit)
    .select("id", "order_id")
}

/** Placed orders after one id, in their order, with whether each has its sale. */
export async function ordersToBackfill(
  knex: Knex,
  { after, limit }: { after: string; limit: number },
): Promise<{ id: string; has_sale: boolean }[]> {
  const { rows } = await knex.raw<{ rows: { id: string; has_sale: boolean }[] }>(
    `select o.id, exists (select 1 from sales_sale s where s.order_id = o.id) as has_sale
     from (select id from "order" where id > ? and is_draft_order = false and deleted_at is null
       order by id limit ?) o order by o.id`,
    [after, limit],
  )
  return rows
}

/** How many placed orders have no sale. */
export async function countWithoutSale(knex: Knex): Promise<number> {
  const { rows } = await knex.raw<{ rows: { count: string }[] }>(
    `select count(*) as count from "order" o where o.is_draft_order = false and o.deleted_at is null
       and not exists (select 1 from sales_sale s where s.order_id = o.id)`,
  )
  return Number(rows[0]?.count ?? 0)
}

/** The orders among these whose sale is on hold, or was stopped. */
export async function heldAmong(knex: Knex, orderIds: readonly string[]): Promise<string[]> {
  const rows: { order_id: string }[] = await knex("sales_sale")
    .whereIn("order_id", [...orderIds])
    .whereIn("status", ["interrupted", "stopped"])
    .select("order_id")
  return rows.map(({ order_id }) => order_id)
}

/** The orders among these that have no sale yet. */
export async function withoutSaleAmong(knex: Knex, orderIds: readonly string[]): Promise<string[]> {
  const rows: { order_id: string }[] = await knex("sales_sale")
    .whereIn("order_id", [...orderIds])
    .select("order_id")
  const known = new Set(rows.map(({ order_id }) => order_id))
  return orderIds.filter((id) => !known.has(id))
}
