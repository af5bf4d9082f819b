import { max, subtract, sum, type Decimal } from "../../money"
import { isOrderPaid } from "../invoices/is-order-paid"
import type { OrderPayment } from "./amounts-to-return"

export interface SettlingMoney {
  payments: readonly OrderPayment[]
  /** What was credited of the invoice since: it is owed no more. */
  creditedTotal: Decimal
  invoiceTotal: Decimal
  /** The order's total when the invoice was issued; null: it is not known. */
  issuedTotal: Decimal | null
  currencyCode: string
}

/**
 * Whether an order's invoice asks for nothing more, by what was captured, or by what is left of it together with what was
 * credited: nothing is charged beside it.
 */
export function isSettledByMoney({ payments, creditedTotal, ...invoice }: SettlingMoney): boolean {
  const captured = sum(payments.map((payment) => payment.captured))
  const left = sum(payments.map((payment) => subtract(payment.captured, payment.refunded)))
  return isOrderPaid({ ...invoice, captured: max(captured, sum([left, creditedTotal])) })
}
