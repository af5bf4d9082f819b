import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** The orders among these whose customers are potential, or have no profile yet. */
export async function ordersOfNewCustomers(knex: Knex, orderIds: readonly string[]): Promise<string[]> {
  return knex("order as o")
    .leftJoin("customers_customer as c", "c.customer_id", "o.customer_id")
    .leftJoin("customers_profile as p", "p.id", "c.profile_id")
    .whereIn("o.id", [...orderIds])
    .whereNotNull("o.customer_id")
    .where((any) => any.whereNull("p.id").orWhere("p.status", "potential"))
    .pluck("o.id")
}

/** Whose an order is, where it is one: no draft, and not canceled. */
export async function customerOfOrder(knex: Knex, orderId: string): Promise<string | null> {
  const order = await knex("order")
    .where({ id: orderId, is_draft_order: false })
    .whereNull("canceled_at")
    .first<{ customer_id: string | null } | undefined>("customer_id")
  return order?.customer_id ?? null
}
