import type { BookedLine } from "../../../modules/packages"
import { compare, multiply, subtract } from "../../../rules/money"
import { instant, type CartStockLine } from "../../../rules/packages"
import type { OrderFacts, OrderLineFacts } from "../../orders/order-facts"

interface Standing {
  order: Pick<OrderFacts, "isDraft"> & {
    lines: readonly Pick<OrderLineFacts, "id" | "quantity" | "returnedQuantity">[]
  }
  booked: readonly BookedLine[]
}

/**
 * What a line asks for beyond what the order has: of what is sold for good, the difference; what is rented is asked for as
 * a whole, unless it is booked so.
 */
export function wantedOf(line: CartStockLine, { order, booked }: Standing): CartStockLine[] {
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
