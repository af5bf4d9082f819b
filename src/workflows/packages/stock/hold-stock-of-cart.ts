import type { MedusaContainer } from "@medusajs/framework/types"
import { setTimeout as wait } from "timers/promises"
import {
  PACKAGES_MODULE,
  type PackagesModuleService,
  readVariantStocks,
  replaceHolds,
  withStockCounted,
} from "../../../modules/packages"
import {
  checkStock,
  stockDemands,
  withFreed,
  type StockAnswer,
  type StockBooking,
  type VariantStocks,
} from "../../../rules/packages"
import { holdOf } from "./hold-of"
import { channelsOf, type OrderToCheck } from "./order-to-check"
import { periodOfDemands } from "./period-of-demands"
import { refuseShortage } from "./refuse-shortage"

/** What a cart holds until its order is placed: plain data, for `releaseStockOfCart`. */
export interface HeldStock {
  /** Of bookings; none where nothing of the cart's is counted. */
  holds: string[]
}

/**
 * Holds what a cart needs of stock, or refuses it: all its lines together, beside what others have taken (P18, decision
 * 0035). One transaction locks the inventory levels, counts, and writes.
 */
export async function holdStockOfCart(container: MedusaContainer, order: OrderToCheck): Promise<HeldStock> {
  const { knex } = container.resolve<PackagesModuleService>(PACKAGES_MODULE).db
  const stocks = await readVariantStocks(
    knex,
    order.lines.map(({ variantId }) => variantId),
  )
  for (let tries = 1; ; tries++) {
    const outcome = await holdOnce(container, order, stocks)
    if (outcome.isEnough) {
      return { holds: outcome.holds }
    }
    if (tries >= MOST_TRIES || !outcome.isReserving) {
      return refuseShortage(container, order, outcome.shortages)
    }
    await wait(MS_BETWEEN_TRIES)
  }
}

/** Medusa reserves for an order before it links it to its cart: for that moment, its hold counts beside its reservation. */
const MOST_TRIES = 6
const MS_BETWEEN_TRIES = 50

type HoldOutcome =
  | { isEnough: true; holds: string[] }
  | (Extract<StockAnswer, { isEnough: false }> & {
      /** Whether another order may be about to be reserved. */ isReserving: boolean
    })

async function holdOnce(container: MedusaContainer, order: OrderToCheck, stocks: VariantStocks): Promise<HoldOutcome> {
  const { db, options } = container.resolve<PackagesModuleService>(PACKAGES_MODULE)
  const demands = stockDemands(order.lines, stocks)
  if (!demands.length) {
    return { isEnough: true, holds: [] }
  }
  const inventoryItemIds = demands.map(({ inventoryItemId }) => inventoryItemId)
  const within = periodOfDemands(demands)
  const { id: cartId, anew, freed = [] } = order
  const stock = { inventoryItemIds, salesChannelIds: channelsOf(order), within, cartId, anew }
  return withStockCounted(db.knex, stock, async (trx, { levels, bookings }) => {
    const answer = checkStock({ demands, levels: withFreed(levels, freed), bookings })
    if (!answer.isEnough) {
      return { ...answer, isReserving: isReserving(answer, bookings) }
    }
    const holds = answer.placed.flatMap((placed) => holdOf(placed, order.lines, stocks))
    return {
      isEnough: true,
      holds: await replaceHolds(trx, { cartId: order.id, minutes: options.holdMinutes, holds }),
    }
  })
}

const isReserving = ({ shortages }: Extract<StockAnswer, { isEnough: false }>, bookings: StockBooking[]): boolean =>
  shortages.some(({ inventoryItemId }) =>
    bookings.some((booking) => booking.period === null && booking.inventoryItemId === inventoryItemId),
  )
