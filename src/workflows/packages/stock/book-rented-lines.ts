import type { MedusaContainer } from "@medusajs/framework/types"
import {
  type BookedLine,
  insertBookings,
  PACKAGES_MODULE,
  type PackagesModuleService,
  readBookedLines,
  readLiveBookings,
  readVariantStocks,
  releaseBookingsOfLines,
  replaceHolds,
  withStockLocked,
} from "../../../modules/packages"
import { compare, subtract } from "../../../rules/money"
import { checkStock, instant, outLineOf, stockDemands, type StockLine } from "../../../rules/packages"
import type { OrderFacts } from "../../orders/order-facts"
import { holdOf } from "./hold-of"
import { periodOfDemands } from "./period-of-demands"
import { packageRecordsOfOrder } from "../orders/package-records-of-order"

/**
 * Books the lines of an order that are rented and were in no cart: of a draft, or added by an edit; and anew those that an
 * edit has given another period. The order stands, so what it has taken is written even where it is more than there is:
 * whether there is enough is asked, and held, before it is converted or confirmed (`holdStockOfOrder`).
 */
export async function bookRentedLines(container: MedusaContainer, order: OrderFacts): Promise<void> {
  const rented = await rentedLines(container, order)
  if (!rented.length) {
    return
  }
  const { knex } = container.resolve<PackagesModuleService>(PACKAGES_MODULE).db
  const booked = await readBookedLines(knex, order.id)
  const lines = rented.filter((line) => !isBooked(line, booked))
  if (!lines.length) {
    // An edit has changed units alone: their booking has followed it already.
    await replaceHolds(knex, { cartId: order.id, minutes: 0, holds: [] })
    return
  }
  const stocks = await readVariantStocks(
    knex,
    lines.map(({ variantId }) => variantId),
  )
  const demands = stockDemands(lines, stocks).map((demand) => ({ ...demand, mayBackorder: true }))
  if (!demands.length) {
    return
  }
  const inventoryItemIds = demands.map(({ inventoryItemId }) => inventoryItemId)
  const salesChannelIds = order.salesChannelId === null ? null : [order.salesChannelId]
  await withStockLocked(knex, { inventoryItemIds, salesChannelIds }, async (trx, levels) => {
    // An edit may have given a line another period.
    await releaseBookingsOfLines(
      trx,
      order.id,
      lines.map(({ lineId }) => lineId),
    )
    // What was held for the order when it was asked for is booked now.
    await replaceHolds(trx, { cartId: order.id, minutes: 0, holds: [] })
    const within = periodOfDemands(demands)
    const bookings = await readLiveBookings(trx, { inventoryItemIds, within, cartId: null })
    const answer = checkStock({ demands, levels, bookings })
    const placed = answer.isEnough ? answer.placed : []
    await insertBookings(
      trx,
      order.id,
      placed.flatMap((one) => holdOf(one, lines, stocks)),
    )
  })
}

/**
 * Whether a line has what it needs. What was freed by another period, or came back before the line got more, does not
 * count; of a rental that is over, nothing is booked again.
 */
function isBooked(line: StockLine, booked: readonly BookedLine[]): boolean {
  const own = booked.filter(({ lineId }) => lineId === line.lineId)
  const live = own.filter(({ isReleased }) => !isReleased)
  return live.length
    ? live.every((one) => isPeriodOf(one, line))
    : own.some((one) => one.isOver && isPeriodOf(one, line))
}

const isPeriodOf = ({ from, to }: BookedLine, { period }: StockLine): boolean =>
  period !== null && from === instant(period.from) && to === instant(period.to)

/** A draft is no order yet. */
async function rentedLines(container: MedusaContainer, order: OrderFacts): Promise<StockLine[]> {
  const records =
    order.isDraft || order.isCanceled ? new Map<string, never>() : await packageRecordsOfOrder(container, order)
  return order.lines.flatMap(({ id: lineId, quantity, returnedQuantity }) => {
    const out = outLineOf(records.get(lineId)?.payload)
    const left = subtract(quantity, returnedQuantity)
    return out?.period && compare(left, "0") > 0
      ? [{ lineId, variantId: out.variantId, quantity: left, period: out.period }]
      : []
  })
}
