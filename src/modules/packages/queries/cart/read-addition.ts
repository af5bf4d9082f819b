import type { Knex } from "@medusajs/framework/mikro-orm/knex"

export interface Addition {
  /** Null: there is no such cart. */
  isCompleted: boolean | null
  /** Of the variant; null: there is none. */
  productId: string | null
}

/** A cart, and the product of what is to be added to it: one statement. */
export async function readAddition(knex: Knex, asked: { cartId: string; variantId: string }): Promise<Addition> {
  const { rows } = await knex.raw<{ rows: { is_completed: boolean | null; product_id: string | null }[] }>(
    `select (select completed_at is not null from cart where id = ? and deleted_at is null) as is_completed,
       (select product_id from product_variant where id = ? and deleted_at is null) as product_id`,
    [asked.cartId, asked.variantId],
  )
  return { isCompleted: rows[0]?.is_completed ?? null, productId: rows[0]?.product_id ?? null }
}
