import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { DISCOUNT_PROVIDER } from "./discount-provider"

/** Whether a cart can be any business of the discounts: the store has active ones, or the cart has some of earlier. */
export async function concernsDiscounts(knex: Knex, cartId: string): Promise<boolean> {
  const { rows } = await knex.raw<{ rows: { concerns: boolean }[] }>(
    `select exists (select 1 from discounts_order_discount where is_active and deleted_at is null)
         or exists (select 1 from discounts_discount where is_active and deleted_at is null)
         or exists (select 1 from cart_line_item_adjustment a join cart_line_item i on i.id = a.item_id
              where i.cart_id = ? and a.provider_id = ? and a.deleted_at is null and i.deleted_at is null) as concerns`,
    [cartId, DISCOUNT_PROVIDER],
  )
  return rows[0]?.concerns ?? false
}
