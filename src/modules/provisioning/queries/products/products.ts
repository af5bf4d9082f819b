import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { FillRule } from "../../../../rules/provisioning"
import type { Versioned } from "../../../../rules/versions"
import { newId, raiseVersion } from "../../../core"
import { saveServiceStock } from "../stock/service-stock"

/** How a product is made by a provider. */
export interface ProductRow extends Versioned {
  id: string
  product_id: string
  provider_id: string
  configuration: Record<string, unknown>
  server_group: string | null
  fill_rule: FillRule
}

/** How a product is made by a provider; null: nobody has said. */
export async function findConfiguredProduct(
  knex: Knex,
  key: { product_id: string; provider_id: string },
): Promise<ProductRow | null> {
  const row = await knex("provisioning_product").where(key).whereNull("deleted_at").first<ProductRow | undefined>("*")
  return row ?? null
}

export interface ProductChange {
  key: { product_id: string; provider_id: string }
  values: Pick<ProductRow, "configuration" | "server_group" | "fill_rule">
  fields: string[]
  /** The version that it was decided on, 0 for none. */
  expected: number | undefined
  /** How many services there may be; null: any number; left out: as it is. */
  stock?: number | null | undefined
}

/** Says how a product is made. False where it is not at the expected version. */
export async function saveConfiguredProduct(
  knex: Knex,
  { key, values, fields, expected, stock }: ProductChange,
): Promise<boolean> {
  const columns = { ...values, configuration: JSON.stringify(values.configuration) }
  return knex.transaction(async (trx) => {
    const made: unknown[] = await trx("provisioning_product")
      .insert({ id: newId("pprod"), ...key, ...columns })
      .onConflict(trx.raw("(product_id, provider_id) where deleted_at is null"))
      .ignore()
      .returning("id")
    if (
      made.length
        ? Boolean(expected)
        : !(await raiseVersion(trx, { table: "provisioning_product", key, fields, expected }))
    ) {
      return false
    }
    if (stock !== undefined) {
      await saveServiceStock(trx, key.product_id, stock)
    }
    await trx("provisioning_product").where(key).whereNull("deleted_at").update(columns)
    return true
  })
}
