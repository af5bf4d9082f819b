import type { OrderPaymentFacts } from "../../../rules/billing"
import type { OrderFacts } from "../../orders/order-facts"

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
