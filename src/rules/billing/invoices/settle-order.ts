import { isPositive, max, min, round, subtract, type Decimal } from "../../money"
import type { OrderStanding } from "../charges/settling-fact"
import type { InvoicePaymentStatus } from "../states"
import { isOrderPaid } from "./is-order-paid"

/** An order as its invoice hears of it, and how the invoice stands. Amounts of all payments, whoever made them. */
export interface SettledOrderFacts {
  isCanceled: boolean
  captured: Decimal
  refunded: Decimal
  currencyCode: string
  invoice: { total: Decimal; issuedTotal: Decimal | null; status: InvoicePaymentStatus; refundedTotal: Decimal }
}

export interface OrderSettlement {
  standing: OrderStanding
  /** What becomes of the invoice's payment state; null: it stays. */
  invoice: Extract<InvoicePaymentStatus, "paid" | "void"> | null
  /** All that was given back of the invoice so far. */
  refundedTotal: Decimal
  /** What of it is new; "0": nothing. */
  newlyRefunded: Decimal
}

/**
 * What an order's payments, refunds and cancellation do to its invoice. A canceled order owes nothing: its invoice is void,
 * for good. A refund leaves a paid invoice paid, as it corrects nothing; what was given back is counted beside it. What
 * was received beyond the invoice and given back again is not a refund of it.
 */
export function settleOrder(facts: SettledOrderFacts): OrderSettlement {
  const { isCanceled, captured, refunded, currencyCode, invoice } = facts
  const isPaid = isOrderPaid({ captured, currencyCode, invoiceTotal: invoice.total, issuedTotal: invoice.issuedTotal })
  const tooMuch = max("0", subtract(captured, invoice.total))
  const ofInvoice = max("0", subtract(refunded, tooMuch))
  const refundedTotal = min(round(ofInvoice, currencyCode), invoice.total)
  const newlyRefunded = subtract(refundedTotal, invoice.refundedTotal)
  return {
    standing: { isCanceled, isPaid },
    invoice: invoiceAfter(facts, isPaid),
    refundedTotal,
    newlyRefunded: isPositive(newlyRefunded) ? newlyRefunded : "0",
  }
}

function invoiceAfter(
  { isCanceled, invoice: { status } }: SettledOrderFacts,
  isPaid: boolean,
): OrderSettlement["invoice"] {
  if (status === "void") {
    return null
  }
  if (isCanceled) {
    return "void"
  }
  return isPaid && status !== "paid" ? "paid" : null
}
