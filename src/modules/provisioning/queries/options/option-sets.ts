import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { OptionDefinition } from "../../../../rules/provisioning"
import type { Versioned } from "../../../../rules/versions"
import { newId, raiseVersion } from "../../../core"

/** What buyers choose of a product. */
export interface OptionSetRow extends Versioned {
  product_id: string
  options: OptionDefinition[]
}

/** The options of those of these products that have some, by product id. */
export async function readOptionSets(knex: Knex, productIds: readonly string[]): Promise<Map<string, OptionSetRow>> {
  if (!productIds.length) {
    return new Map()
  }
  const rows: OptionSetRow[] = await knex("provisioning_option_set")
    .select("product_id", "options", "version", "changed_in")
    .whereIn("product_id", [...productIds])
    .whereNull("deleted_at")
  return new Map(rows.map((row) => [row.product_id, row]))
}

/** Says what buyers choose of a product. False where it is not at the expected version, 0 for none. */
export async function saveOptionSet(
  knex: Knex,
  { productId, options, expected }: { productId: string; options: OptionDefinition[]; expected: number | undefined },
): Promise<boolean> {
  const key = { product_id: productId }
  const columns = { options: JSON.stringify(options) }
  return knex.transaction(async (trx) => {
    const made: unknown[] = await trx("provisioning_option_set")
      .insert({ id: newId("popt"), ...key, ...columns })
      .onConflict("product_id")
      .ignore()
      .returning("id")
    if (made.length) {
      return true
    }
    if (!(await raiseVersion(trx, { table: "provisioning_option_set", key, fields: ["options"], expected }))) {
      return false
    }
    await trx("provisioning_option_set").where(key).update(columns)
    return true
  })
}
