import type { MovedOnPayment, OrderMoney, OrderPaymentFacts } from "../../../rules/billing"
import { sum } from "../../../rules/money"
import type { OrderFacts, RefundFacts } from "../../orders/order-facts"

/** An order's payment, as input of the first payment rule. */
export const orderPayment = (order: OrderFacts): OrderPaymentFacts => ({
  isCanceled: order.isCanceled,
  total: order.total,
  currencyCode: order.currencyCode,
  collections: order.paymentCollections.map(({ status, authorized, captured, refunded }) => ({
    isCanceled: status === "canceled",
    authorized,
    captured,
    refunded,
  })),
})

/** An order's money, as input of the rule of invoice corrections. */
export const orderMoney = (order: OrderFacts): OrderMoney => ({
  isCanceled: order.isCanceled,
  total: order.total,
  captured: sum(order.paymentCollections.map(({ captured }) => captured)),
  refunded: sum(order.paymentCollections.map(({ refunded }) => refunded)),
  unbooked: sum(unbookedRefunds(order).map(({ amount }) => amount)),
  currencyCode: order.currencyCode,
})

/** Refunds without a transaction: Medusa's refers to the refund, or to its payment. */
function unbookedRefunds({ transactions, paymentCollections }: OrderFacts): RefundFacts[] {
  const booked = new Set(
    transactions.flatMap(({ reference, referenceId }) => (reference === "refund" ? referenceId : [])),
  )
  return paymentCollections
    .flatMap(({ payments }) => payments)
    .flatMap(({ id, refunds }) => (booked.has(id) ? [] : refunds.filter((refund) => !booked.has(refund.id))))
}

/** What was captured and refunded of each of an order's payments. */
export const paymentsOf = (order: OrderFacts): MovedOnPayment[] =>
  order.paymentCollections.flatMap(({ payments }) =>
    payments.map(({ captures, refunds }) => ({
      captured: sum(captures.map(({ amount }) => amount)),
      refunded: sum(refunds.map(({ amount }) => amount)),
    })),
  )
