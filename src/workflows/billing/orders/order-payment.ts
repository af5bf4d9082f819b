import type { OrderPaymentFacts } from "../../../rules/billing"
import type { OrderFacts } from "../../orders/order-facts"

/** An order's payment, as the rule of the first payment wants to know it. */
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
