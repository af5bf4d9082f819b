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

/** What variants are in stock: their inventory items, and the buffers of their articles. Those that are gone are left out. */
export async function readVariantStocks(knex: Knex, variantIds: readonly string[]): Promise<VariantStocks> {
  const { rows } = await knex.raw<{ rows: VariantStockRow[] }>(
    `select variant.id as variant_id, variant.manage_inventory, variant.allow_backorder,
       coalesce(article.buffer_before_minutes, 0) as before_minutes,
       coalesce(article.buffer_after_minutes, 0) as after_minutes,
       coalesce(article.unit in ('hour', 'day'), false) as is_timed,
       kit.inventory_item_id, kit.required_quantity::text
     from product_variant variant
     left join packages_article article on article.variant_id = variant.id and article.deleted_at is null
     left join product_variant_inventory_item kit on kit.variant_id = variant.id and kit.deleted_at is null
     where variant.id = any(?) and variant.deleted_at is null
     order by variant.id, kit.inventory_item_id`,
    [[...new Set(variantIds)]],
  )
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
