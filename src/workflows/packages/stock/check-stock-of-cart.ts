import type { MedusaContainer } from "@medusajs/framework/types"
import {
  PACKAGES_MODULE,
  type PackagesModuleService,
  readLiveBookings,
  readStockLevels,
  readVariantStocks,
} from "../../../modules/packages"
import { checkStock, stockDemands } from "../../../rules/packages"
import { channelsOf, type OrderToCheck } from "./order-to-check"
import { periodOfDemands } from "./period-of-demands"
import { refuseShortage } from "./refuse-shortage"

/** Refuses what is not there now, in three statements. It takes nothing: the completion holds it (P18). */
export async function checkStockOfCart(container: MedusaContainer, order: OrderToCheck): Promise<void> {
  const { knex } = container.resolve<PackagesModuleService>(PACKAGES_MODULE).db
  const stocks = await readVariantStocks(
    knex,
    order.lines.map(({ variantId }) => variantId),
  )
  const demands = stockDemands(order.lines, stocks)
  if (!demands.length) {
    return
  }
  const inventoryItemIds = demands.map(({ inventoryItemId }) => inventoryItemId)
  const levels = await readStockLevels(knex, { inventoryItemIds, salesChannelIds: channelsOf(order) })
  const within = periodOfDemands(demands)
  const bookings = await readLiveBookings(knex, { inventoryItemIds, within, cartId: order.id })
  const answer = checkStock({ demands, levels, bookings })
  if (!answer.isEnough) {
    await refuseShortage(container, order, answer.shortages)
  }
}
