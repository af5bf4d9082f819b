import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { REQUEST } from "../links/quick-order-links"
import type { QuickOrderRow } from "../quick-orders/quick-orders"

/** A quick order of a profile's links, as its carts are named after it. */
export type OrderByLink = Pick<QuickOrderRow, "turn" | "attempt" | "details" | "order_id" | "placed_at"> & {
  token_hash: string
}

const ofLinks = (knex: Knex, table: string, profileIds: readonly string[]) =>
  knex(`${table} as o`)
    .join("customers_link as l", "l.id", "o.link_id")
    .whereIn("l.profile_id", [...profileIds])

/** What was ordered by the links of profiles, placed or not. */
export async function ordersByLinks(knex: Knex, profileIds: readonly string[]): Promise<OrderByLink[]> {
  return ofLinks(knex, "customers_quick_order", profileIds)
    .select("o.turn", "o.attempt", "o.details", "o.order_id", "o.placed_at", "l.token_hash")
    .orderBy(["l.created_at", "o.turn"])
}

/** The keys of what was asked for by the links of profiles. */
export async function requestsByLinks(knex: Knex, profileIds: readonly string[]): Promise<string[]> {
  const keys: string[] = await ofLinks(knex, "customers_link_use", profileIds)
    .where("o.form_key", "like", `${REQUEST}%`)
    .pluck("o.form_key")
  return keys.map((key) => key.slice(REQUEST.length))
}

/** The guests that these carts were made for, who have no profile: they have ordered nothing yet. */
export async function guestsOfCarts(knex: Knex, cartIds: readonly string[]): Promise<string[]> {
  return knex("cart as k")
    .join("customer as c", "c.id", "k.customer_id")
    .leftJoin("customers_customer as l", "l.customer_id", "c.id")
    .whereIn("k.id", [...cartIds])
    .where("c.has_account", false)
    .whereNull("l.id")
    .distinct()
    .pluck("c.id")
}
