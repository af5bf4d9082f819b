import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Decimal } from "../../../../rules/money"

/**
 * Whether an order was made by a renewal: by the renewal's record, which exists before its order, or by the id that
 * both are derived from. The order's metadata is not used: a storefront can write it.
 */
export async function isRenewalOrder(knex: Knex, orderId: string): Promise<boolean> {
  const row = await knex("billing_renewal")
    .where((of) => of.where("order_id", orderId).orWhere("id", orderId.replace(/^order_/, "bren_")))
    .whereNull("billed_with")
    .whereNull("deleted_at")
    .first<{ id: string } | undefined>("id")
  return row !== undefined
}

/** The exact totals of orders, as Medusa has computed and stored them. */
export async function orderTotals(knex: Knex, orderIds: string[]): Promise<Map<string, Decimal>> {
  const { rows } = await knex.raw<{ rows: { id: string; total: Decimal | null }[] }>(
    `select o.id, coalesce(s.totals -> 'raw_current_order_total' ->> 'value', s.totals ->> 'current_order_total') as total
     from "order" o join order_summary s on s.order_id = o.id and s.version = o.version and s.deleted_at is null
     where o.id = any(?)`,
    [orderIds],
  )
  return new Map(rows.flatMap(({ id, total }) => (total === null ? [] : [[id, total] as const])))
}
