import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** Ids of the products whose offer is hidden (B10): a partial index that is empty while none is. */
export async function hiddenProductIds(knex: Knex, among?: string[]): Promise<string[]> {
  const rows: { product_id: string }[] = await knex("billing_offer")
    .select("product_id")
    .where("hidden", true)
    .whereNull("deleted_at")
    .modify((select) => {
      if (among) {
        select.whereIn("product_id", among)
      }
    })
  return rows.map((row) => row.product_id)
}
