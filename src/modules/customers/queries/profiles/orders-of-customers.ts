import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/**
 * The orders among these whose customers are potential, or have no profile yet; and those that were made by a link. `renewals`: what
 * renews by itself, too.
 */
export async function ordersOfNewCustomers(
  knex: Knex,
  orderIds: readonly string[],
  { renewals }: { renewals: boolean },
): Promise<string[]> {
  const orders = knex("order as o")
    .leftJoin("customers_customer as c", "c.customer_id", "o.customer_id")
    .leftJoin("customers_profile as p", "p.id", "c.profile_id")
    .leftJoin("order_cart as oc", (on) => on.on("oc.order_id", "o.id").andOnNull("oc.deleted_at"))
    .leftJoin("customers_quick_order as q", "q.cart_id", "oc.cart_id")
    .whereIn("o.id", [...orderIds])
    .whereNotNull("o.customer_id")
    .where((any) => any.whereNull("p.id").orWhere("p.status", "potential").orWhereNotNull("q.id"))
  return (renewals ? orders : orders.whereRaw(MADE_BY_SOMEBODY)).pluck("o.id")
}

/** Billing names in the metadata what renews by itself. */
const MADE_BY_SOMEBODY = "o.metadata ->> 'billing_renewal_id' is null"

/** The profile by whose link an order was made; null: by none. */
export async function profileOfQuickOrder(knex: Knex, orderId: string): Promise<string | null> {
  const made = await knex("order_cart as oc")
    .join("customers_quick_order as q", "q.cart_id", "oc.cart_id")
    .join("customers_link as l", "l.id", "q.link_id")
    .join("customers_profile as p", "p.id", "l.profile_id")
    .where("oc.order_id", orderId)
    .whereNull("oc.deleted_at")
    .whereNull("p.deleted_at")
    .first<{ id: string } | undefined>("p.id")
  return made?.id ?? null
}

/** Whose an order is, where it is one: no draft, and not canceled. */
export async function customerOfOrder(knex: Knex, orderId: string): Promise<string | null> {
  const order = await knex("order")
    .where({ id: orderId, is_draft_order: false })
    .whereNull("canceled_at")
    .first<{ customer_id: string | null } | undefined>("customer_id")
  return order?.customer_id ?? null
}

/**
 * The last order that somebody has made for a profile, by whichever of its customers or links; null: there was none. What was
 * canceled is none, nor what renews by itself.
 */
export async function lastOrderOfProfile(knex: Knex, profileId: string): Promise<string | null> {
  const orders = () =>
    knex("order as o")
      .select("o.id", "o.created_at")
      .where("o.is_draft_order", false)
      .whereNull("o.canceled_at")
      .whereNull("o.deleted_at")
      .whereRaw(MADE_BY_SOMEBODY)
      .orderByRaw("o.created_at desc, o.id desc")
      .limit(1)
  const byCustomer = orders()
    .join("customers_customer as c", "c.customer_id", "o.customer_id")
    .where("c.profile_id", profileId)
  const byLink = orders()
    .join("customers_quick_order as q", "q.order_id", "o.id")
    .join("customers_link as l", "l.id", "q.link_id")
    .whereNotNull("q.order_id")
    .where("l.profile_id", profileId)
  const last = await knex
    .from(knex.unionAll([byCustomer, byLink], true).as("last"))
    .orderByRaw("created_at desc, id desc")
    .first<{ id: string } | undefined>("id")
  return last?.id ?? null
}
