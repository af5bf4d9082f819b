import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MathBN, Modules } from "@medusajs/framework/utils"
import type { StockItem, StockLevel } from "../../../rules/billing"

interface VariantRow {
  id: string
  manage_inventory: boolean
  inventory_items?: StockItem[]
}

interface LocationRow {
  id: string
  sales_channels?: { id: string }[]
}

/** The inventory items of one unit of each variant, by variant; none where inventory is not managed. */
export async function loadStockItems(
  container: MedusaContainer,
  variantIds: string[],
): Promise<Map<string, StockItem[]>> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "variant",
    fields: ["id", "manage_inventory", "inventory_items.inventory_item_id", "inventory_items.required_quantity"],
    filters: { id: [...new Set(variantIds)] },
  })
  const managed = (data as unknown as VariantRow[]).filter(({ manage_inventory }) => manage_inventory)
  return new Map(
    managed.map(({ id, inventory_items = [] }) => [
      id,
      inventory_items.map(({ inventory_item_id, required_quantity }) => ({ inventory_item_id, required_quantity })),
    ]),
  )
}

/** The stock levels of inventory items: location, available quantity, and the sales channels served from there. */
export async function loadStockLevels(container: MedusaContainer, itemIds: string[]): Promise<StockLevel[]> {
  const levels = await container.resolve(Modules.INVENTORY).listInventoryLevels({ inventory_item_id: itemIds })
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "stock_location",
    fields: ["id", "sales_channels.id"],
    filters: { id: [...new Set(levels.map(({ location_id }) => location_id))] },
  })
  const channels = new Map(
    (data as unknown as LocationRow[]).map(({ id, sales_channels = [] }) => [id, sales_channels.map((one) => one.id)]),
  )
  return levels.map(({ inventory_item_id, location_id, stocked_quantity, reserved_quantity }) => ({
    inventory_item_id,
    location_id,
    available: MathBN.sub(stocked_quantity, reserved_quantity).toNumber(),
    sales_channel_ids: channels.get(location_id) ?? [],
  }))
}
