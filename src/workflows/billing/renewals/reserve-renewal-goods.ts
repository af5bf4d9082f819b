import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  goodsOf,
  planReservations,
  type PlannedReservation,
  type RenewalGoods,
  type RenewalOrder,
} from "../../../rules/billing"
import { loadStockLevels, loadStockItems } from "./load-stock-items"

/**
 * Reserves the stock of renewed goods (B31): order lines that are shipped and whose variant's inventory is managed. A
 * service reserves nothing, and a batch without goods costs nothing.
 *
 * A renewal is issued even if its goods are out of stock: its reservation allows backorder, like an admin's reservation
 * for a draft order. Medusa then shows the shortage as negative stock, and does not sell the subscriber's units to
 * others. If no location of the sales channel stocks the item, nothing is reserved.
 *
 * Ids are derived from line and item, so a second run adds none, even after the goods were shipped. Like the orders,
 * the reservations have no compensation: the next run finds both.
 */
export async function reserveRenewalGoods(container: MedusaContainer, orders: RenewalOrder[]): Promise<void> {
  const goods = goodsOf(orders)
  if (goods.length) {
    await reserve(container, goods)
  }
}

/** Reserves under the items' locks, like Medusa's own reservations. */
async function reserve(container: MedusaContainer, goods: RenewalGoods[]): Promise<void> {
  const items = await loadStockItems(
    container,
    goods.map(({ variant_id }) => variant_id),
  )
  const itemIds = [...new Set([...items.values()].flat().map(({ inventory_item_id }) => inventory_item_id))].sort()
  if (!itemIds.length) {
    return
  }
  await container.resolve(Modules.LOCKING).execute(itemIds, async () => {
    const levels = await loadStockLevels(container, itemIds)
    await createMissing(container, planReservations(goods, { items, levels }))
  })
}

async function createMissing(container: MedusaContainer, planned: PlannedReservation[]): Promise<void> {
  const inventory = container.resolve(Modules.INVENTORY)
  const ids = planned.map(({ id }) => id)
  const existing = await inventory.listReservationItems({ id: ids }, { select: ["id"], withDeleted: true })
  const created = new Set(existing.map(({ id }) => id))
  const missing = planned.filter(({ id }) => !created.has(id))
  if (missing.length) {
    await inventory.createReservationItems(missing)
  }
}
