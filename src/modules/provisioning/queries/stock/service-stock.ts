import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { ServiceStock } from "../../../../rules/provisioning"
import { newId, type RoomCondition } from "../../../core"

/** Whether services of any of a cart's products are limited: part of the one query that every cart costs. */
export const HAS_SERVICE_STOCK: RoomCondition = { sql: "provisioning_has_stock(facts.product_ids)", bindings: [] }

/** The stocks of those of these products that have one. What a cart holds itself is not counted. */
export async function readServiceStocks(
  knex: Knex,
  productIds: readonly string[],
  butOfCart: string | null = null,
): Promise<ServiceStock[]> {
  if (!productIds.length) {
    return []
  }
  const { rows } = await knex.raw<{ rows: { product_id: string; stock: number; taken: number }[] }>(
    "select * from provisioning_stocks_of(?::text[], ?::text)",
    [[...productIds], butOfCart],
  )
  return rows.map(({ product_id: productId, stock, taken }) => ({ productId, stock, taken }))
}

/** Has whoever else takes of these stocks wait until the transaction is over. */
export async function lockServiceStocks(trx: Knex, productIds: readonly string[]): Promise<void> {
  await trx("provisioning_stock")
    .select("id")
    .whereIn("product_id", [...productIds])
    .whereNull("deleted_at")
    .orderBy("product_id")
    .forUpdate()
}

export interface HoldsOfCart {
  cartId: string
  minutes: number
  holds: readonly { productId: string; quantity: number; units?: number }[]
}

/** Writes what a cart takes, instead of what it held before. Gives the ids. */
export async function replaceServiceHolds(trx: Knex, { cartId, minutes, holds }: HoldsOfCart): Promise<string[]> {
  await trx("provisioning_hold").where({ cart_id: cartId }).delete()
  const rows = holds.map(({ productId, quantity, units }) => ({
    id: newId("phld"),
    cart_id: cartId,
    product_id: productId,
    quantity,
    units: units ?? null,
    expires_at: trx.raw("now() + make_interval(mins => ?)", [minutes]),
  }))
  if (rows.length) {
    await trx("provisioning_hold").insert(rows)
  }
  return rows.map(({ id }) => id)
}

/** Gives back what a cart held, where no order came of it. */
export async function deleteServiceHolds(knex: Knex, ids: readonly string[]): Promise<void> {
  await knex("provisioning_hold")
    .whereIn("id", [...ids])
    .delete()
}

/** Gives back what is held under an id: a cart's, an order's or a subscription's. */
export async function deleteServiceHoldsOf(knex: Knex, cartId: string): Promise<void> {
  await knex("provisioning_hold").where({ cart_id: cartId }).delete()
}

/** How many services of a product a subscription has; what an admin has ended keeps its unit. */
export async function countServicesOf(
  knex: Knex,
  { subscriptionId, productId }: { subscriptionId: string; productId: string },
): Promise<number> {
  const [row] = await knex("provisioning_service")
    .where({ subscription_id: subscriptionId, product_id: productId })
    .where((ended) => ended.whereNot({ remote: "terminated" }).orWhere({ is_ended: true }))
    .whereNull("deleted_at")
    .count<{ count: string }[]>("id as count")
  return Number(row?.count ?? 0)
}

/** Deletes holds that count no more. */
export async function sweepServiceHolds(knex: Knex): Promise<void> {
  await knex("provisioning_hold").whereRaw("expires_at < now() - interval '1 day'").delete()
}

/** How many services of a product there may be; null: any number. */
export async function saveServiceStock(trx: Knex, productId: string, stock: number | null): Promise<void> {
  if (stock === null) {
    await trx("provisioning_stock").where({ product_id: productId }).delete()
    return
  }
  await trx("provisioning_stock")
    .insert({ id: newId("pstk"), product_id: productId, stock })
    .onConflict("product_id")
    .merge({ stock, updated_at: trx.fn.now() })
}
