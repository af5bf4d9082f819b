import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  goodsOf,
  planReservations,
  type PlannedReservation,
  type RenewalGoods,
  type RenewalOrder,
} from "../../../../rules/billing"
import { loadStockLevels, loadStockItems } from "../load-stock-items"

/**
 * Reserves the stock of renewed goods (B31): order lines that are to be shipped and whose variant's inventory is managed.
 * A service reserves nothing, and a batch without goods costs nothing.
 *
 * A renewal is owed, whatever is in stock: it is issued all the same, and its reservation is made as an admin makes one
 * who adds an article that is sold out to a draft order, with backorder allowed. So the shortage is seen where Medusa
 * shows it, as stock below zero, and nobody else is sold what the subscriber is owed. Only where no location of the sales
 * channel keeps the article at all, there is nothing to reserve it from.
 *
 * Ids are derived from line and article, so doing it again adds none, not even after the goods were sent. There is no
 * compensation, as there is none for the orders: whoever comes next finds both.
 */
export const reserveRenewalGoodsStep = createStep(
  "billing-reserve-renewal-goods",
  async (orders: { order: RenewalOrder }[], { container }) => {
    const goods = goodsOf(orders.map(({ order }) => order))
    return new StepResponse(goods.length ? await reserve(container, goods) : [])
  },
)

/** Reserves under the articles' locks, as Medusa's own reservations do; answers the ids of those it made. */
async function reserve(container: MedusaContainer, goods: RenewalGoods[]): Promise<string[]> {
  const parts = await loadStockItems(
    container,
    goods.map(({ variant_id }) => variant_id),
  )
  const articles = [...new Set([...parts.values()].flat().map(({ inventory_item_id }) => inventory_item_id))].sort()
  if (!articles.length) {
    return []
  }
  return container.resolve(Modules.LOCKING).execute(articles, async () => {
    const places = await loadStockLevels(container, articles)
    return createMissing(container, planReservations(goods, { parts, places }))
  })
}

async function createMissing(container: MedusaContainer, planned: PlannedReservation[]): Promise<string[]> {
  const inventory = container.resolve(Modules.INVENTORY)
  const ids = planned.map(({ id }) => id)
  const existing = await inventory.listReservationItems({ id: ids }, { select: ["id"], withDeleted: true })
  const made = new Set(existing.map(({ id }) => id))
  const missing = planned.filter(({ id }) => !made.has(id))
  if (missing.length) {
    await inventory.createReservationItems(missing)
  }
  return missing.map(({ id }) => id)
}
