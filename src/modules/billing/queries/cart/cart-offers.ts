import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { RoomCondition } from "../../../core"

/** Whether one of these products has an offer; part of the one query for all rooms. */
export const hasOffer = (productIds: string[]): RoomCondition => ({
  sql: "exists (select 1 from billing_offer where product_id = any(?) and deleted_at is null)",
  bindings: [productIds],
})

/** The products of those of these variants that are billing cycles, by variant; one join by index. */
export async function productsOfCycles(knex: Knex, variantIds: string[]): Promise<Map<string, string>> {
  const rows: { variant_id: string; product_id: string }[] = await knex("billing_cycle as cycle")
    .join("billing_offer as offer", "offer.id", "cycle.offer_id")
    .select("cycle.variant_id", "offer.product_id")
    .whereIn("cycle.variant_id", variantIds)
    .whereNull("cycle.deleted_at")
    .whereNull("offer.deleted_at")
  return new Map(rows.map((row) => [row.variant_id, row.product_id]))
}
