import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { StockLevel } from "../../../../rules/packages"

export interface LevelsToRead {
  inventoryItemIds: readonly string[]
  /** Their stock locations serve the order; null: all do. */
  salesChannelIds: readonly string[] | null
}

interface LevelRow {
  inventory_item_id: string
  location_id: string
  available: string
}

/** What is in stock, less what Medusa has reserved; the older level first. */
export const readStockLevels = (knex: Knex, levels: LevelsToRead): Promise<StockLevel[]> => levelsOf(knex, levels, "")

/**
 * The same, with the levels locked until the transaction ends: one booking after the other is counted. The rows are locked
 * in the order of their ids, so that orders of several items cannot block each other.
 */
export const lockStockLevels = (trx: Knex, levels: LevelsToRead): Promise<StockLevel[]> =>
  levelsOf(trx, levels, "for update of level")

async function levelsOf(
  knex: Knex,
  { inventoryItemIds, salesChannelIds }: LevelsToRead,
  lock: "" | "for update of level",
): Promise<StockLevel[]> {
  const ofChannel =
    salesChannelIds === null
      ? ""
      : `and exists (select 1 from sales_channel_stock_location served where served.sales_channel_id = any(?)
           and served.stock_location_id = level.location_id and served.deleted_at is null)`
  const { rows } = await knex.raw<{ rows: LevelRow[] }>(
    `select level.inventory_item_id, level.location_id,
       (level.stocked_quantity - level.reserved_quantity)::text as available
     from inventory_level level
     where level.inventory_item_id = any(?) and level.deleted_at is null ${ofChannel}
     order by level.id ${lock}`,
    [[...new Set(inventoryItemIds)], ...(salesChannelIds === null ? [] : [[...salesChannelIds]])],
  )
  return rows.map((row) => ({
    inventoryItemId: row.inventory_item_id,
    locationId: row.location_id,
    available: row.available,
  }))
}
