import { compare, isPositive, isZero, round, sum, type Decimal } from "../../money"
import type { FirstPayment } from "../types"

/** An order's payment. Amounts in major units; canceled collections do not count. */
export interface OrderPaymentFacts {
  isCanceled: boolean
  total: Decimal
  currencyCode: string
  collections: { isCanceled: boolean; authorized: Decimal; captured: Decimal; refunded: Decimal }[]
}

/**
 * The state of an order's payment. A full refund is checked first, because Medusa lowers an order's total by its
 * refunds; after a partial one the order stays captured.
 */
export function firstPaymentOf(order: OrderPaymentFacts): FirstPayment {
  if (order.isCanceled) {
    return "canceled"
  }
  const live = order.collections.filter((collection) => !collection.isCanceled)
  const captured = sum(live.map((collection) => collection.captured))
  const refunded = sum(live.map((collection) => collection.refunded))
  const authorized = sum(live.map((collection) => collection.authorized))
  const rounded = (amount: Decimal): Decimal => round(amount, order.currencyCode)
  const covers = (amount: Decimal): boolean => compare(rounded(amount), rounded(order.total)) >= 0
  if (isPositive(captured) && compare(rounded(refunded), rounded(captured)) >= 0) {
    return "refunded"
  }
  if (isPositive(captured) && covers(captured)) {
    return "captured"
  }
  if (isZero(rounded(order.total))) {
    return "none_due"
  }
  return covers(authorized) ? "authorized" : "pending"
}
