import type { MedusaContainer } from "@medusajs/framework/types"
import {
  type BookedLine,
  deleteHolds,
  deleteHoldsForGood,
  PACKAGES_MODULE,
  type PackagesModuleService,
  readBookedLines,
} from "../../../modules/packages"
import { compare, multiply, subtract } from "../../../rules/money"
import { instant, stockLinesOf, type CartStockLine } from "../../../rules/packages"
import { loadPackageSale, type PackageSale } from "../orders/load-package-sale"
import { holdStockOfCart, type HeldStock } from "./hold-stock-of-cart"

const NOTHING: HeldStock = { holds: [] }

/**
 * Holds what a draft that becomes an order needs of stock, or what an order's open edit adds, or refuses it (P18): all its
 * lines together, by the same rule and guard as a cart. What the order has already is not asked for again.
 */
export async function holdStockOfOrder(container: MedusaContainer, orderId: string): Promise<HeldStock> {
  const { knex } = container.resolve<PackagesModuleService>(PACKAGES_MODULE).db
  const sale = await loadPackageSale(container, orderId)
  const { order } = sale
  if (!order.isDraft && !sale.edit) {
    return NOTHING
  }
  const booked = order.isDraft ? [] : await readBookedLines(knex, orderId)
  const lines = stockLinesOf(sale.lines).flatMap((line) => wantedOf(line, { sale, booked }))
  if (!lines.length) {
    return NOTHING
  }
  const lineIds = lines.filter(({ period }) => period !== null).map(({ lineId }) => lineId)
  const anew = { orderId, lineIds }
  return holdStockOfCart(container, {
    ...{ id: orderId, salesChannelId: order.salesChannelId, lines, anew, isOfAdmin: true },
  })
}

/** After the draft was converted, or the edit confirmed: Medusa has reserved what is sold for good. */
export const settleHeldStock = (container: MedusaContainer, { holds }: HeldStock): Promise<void> =>
  deleteHoldsForGood(container.resolve<PackagesModuleService>(PACKAGES_MODULE).db.knex, holds)

/** Where it failed. */
export const releaseHeldStock = (container: MedusaContainer, { holds }: HeldStock): Promise<void> =>
  deleteHolds(container.resolve<PackagesModuleService>(PACKAGES_MODULE).db.knex, holds)

interface Standing {
  sale: PackageSale
  booked: readonly BookedLine[]
}

/**
 * What a line asks for beyond what the order has: of what is sold for good, the difference; what is rented is asked for as
 * a whole, unless it is booked so.
 */
function wantedOf(line: CartStockLine, { sale: { order }, booked }: Standing): CartStockLine[] {
  const before = order.isDraft ? undefined : order.lines.find(({ id }) => id === line.lineId)
  if (line.period === null) {
    const quantity = subtract(line.quantity, before?.quantity ?? "0")
    return compare(quantity, "0") > 0 ? [{ ...line, quantity }] : []
  }
  const quantity = subtract(line.quantity, before?.returnedQuantity ?? "0")
  const wanted = { ...line, quantity }
  const own = booked.filter(({ lineId }) => lineId === line.lineId)
  const live = own.filter(({ isReleased }) => !isReleased)
  const isBooked = live.length ? live.every((one) => isBookedSo(one, wanted)) : own.some((one) => isOverSo(one, wanted))
  return compare(quantity, "0") > 0 && !isBooked ? [wanted] : []
}

const isBookedSo = (booked: BookedLine, line: CartStockLine): boolean =>
  isPeriodOf(booked, line) && compare(booked.quantity, multiply(booked.requiredQuantity, line.quantity)) >= 0

/** A rental that is over asks for nothing, whatever is edited beside it. */
const isOverSo = (booked: BookedLine, line: CartStockLine): boolean => booked.isOver && isPeriodOf(booked, line)

const isPeriodOf = ({ from, to }: BookedLine, { period }: CartStockLine): boolean =>
  period !== null && from === instant(period.from) && to === instant(period.to)
