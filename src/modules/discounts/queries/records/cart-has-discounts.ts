import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { hasDiscounts } from "../catalog/has-discounts"

/** Whether the store has active discounts, or the cart has adjustments of earlier ones. */
export async function cartHasDiscounts(knex: Knex, cartId: string, provider: string): Promise<boolean> {
  const { rows } = await knex.raw<{ rows: { concerns: boolean }[] }>(
    `select ${hasDiscounts().sql}
         or exists (select 1 from cart_line_item_adjustment a join cart_line_item i on i.id = a.item_id
              where i.cart_id = ? and a.provider_id = ? and a.deleted_at is null and i.deleted_at is null) as concerns`,
    [cartId, provider],
  )
  return rows[0]?.concerns ?? false
}
