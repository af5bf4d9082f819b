import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { VariantStock, VariantStocks } from "../../../../rules/packages"

interface VariantStockRow {
  variant_id: string
  manage_inventory: boolean
  allow_backorder: boolean
  before_minutes: number
  after_minutes: number
  is_timed: boolean
  inventory_item_id: string | null
  required_quantity: string | null
}

/**
 * What variants are in stock: their inventory items, and the buffers of their articles. Those that are gone are left out.
 * It is a function of the database, which keeps its plan.
 */
export async function readVariantStocks(knex: Knex, variantIds: readonly string[]): Promise<VariantStocks> {
  const { rows } = await knex.raw<{ rows: VariantStockRow[] }>("select * from packages_variant_stocks(?::text[])", [
    [...new Set(variantIds)],
  ])
  const stocks = new Map<string, VariantStock>()
  for (const row of rows) {
    const stock = stocks.get(row.variant_id) ?? stockOf(row)
    stocks.set(row.variant_id, stock)
    if (row.inventory_item_id !== null) {
      stock.items.push({ inventoryItemId: row.inventory_item_id, requiredQuantity: row.required_quantity ?? "1" })
    }
  }
  return stocks
}

const stockOf = (row: VariantStockRow): VariantStock => ({
  variantId: row.variant_id,
  isManaged: row.manage_inventory,
  mayBackorder: row.allow_backorder,
  buffer: { beforeMinutes: row.before_minutes, afterMinutes: row.after_minutes },
  isTimed: row.is_timed,
  items: [],
})
