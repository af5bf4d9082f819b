import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { RoomCondition } from "../../../core"

/** Whether one of a cart's products has an offer; part of the one query for all rooms. */
export const HAS_OFFER: RoomCondition = { sql: "billing_has_offer(facts.product_ids)", bindings: [] }

/**
 * The products of those of these variants that are billing cycles, by variant. Each line that is added to a cart asks it:
 * it is a function of the database, which keeps its plan.
 */
export async function productsOfCycles(knex: Knex, variantIds: string[]): Promise<Map<string, string>> {
  const { rows } = await knex.raw<{ rows: { variant_id: string; product_id: string }[] }>(
    "select * from billing_products_of_cycles(?::text[])",
    [variantIds],
  )
  return new Map(rows.map((row) => [row.variant_id, row.product_id]))
}
