import { isPositive, min, round, subtract, sum, type Decimal } from "../../money"
import { isOrderPaid } from "../invoices/is-order-paid"

/** A payment of an order. `isCharge`: an attempt of a billing run made it. */
export interface OrderPayment {
  id: string
  isCharge: boolean
  captured: Decimal
  refunded: Decimal
}

/**
 * What an order has received, and what it comes to now. Its invoice may come to more, by rounding or because of a refund
 * since; `issuedTotal` is what the order came to then.
 */
export interface ReceivedFacts {
  isCanceled: boolean
  orderTotal: Decimal
  invoiceTotal: Decimal
  issuedTotal: Decimal | null
  currencyCode: string
  payments: readonly OrderPayment[]
}

/**
 * What has to be given back of each charge, because the order does not owe it: it was canceled, or somebody had paid it
 * before. Only charges of billing runs are given back, never what a customer paid; the latest first. Differences below the
 * minor unit are rounding.
 */
export function amountsToReturn(order: ReceivedFacts): { payment_id: string; amount: Decimal }[] {
  let excess = subtract(sum(order.payments.map(keptOf)), dueOf(order))
  return order.payments
    .filter(({ isCharge }) => isCharge)
    .reverse()
    .flatMap((payment) => {
      const amount = min(keptOf(payment), excess)
      if (!isPositive(amount) || !isPositive(round(amount, order.currencyCode))) {
        return []
      }
      excess = subtract(excess, amount)
      return [{ payment_id: payment.id, amount }]
    })
}

const keptOf = ({ captured, refunded }: OrderPayment): Decimal => subtract(captured, refunded)

/** A later edit or refund lowers the order's total and gives no money back by itself: then what was invoiced is due. */
function dueOf({ isCanceled, orderTotal, invoiceTotal, issuedTotal, currencyCode }: ReceivedFacts): Decimal {
  if (isCanceled) {
    return "0"
  }
  return isOrderPaid({ captured: orderTotal, currencyCode, invoiceTotal, issuedTotal }) ? orderTotal : invoiceTotal
}
