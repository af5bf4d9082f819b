import type { InvoiceToPay } from "../../../modules/billing"
import type { PaymentPageFacts } from "../../../rules/billing"
import { round, subtract } from "../../../rules/money"

/** An invoice as the rule of the page's state knows it. Medusa captures an order's exact total: it counts as rounded. */
export const pageFacts = (
  invoice: InvoiceToPay,
  session: PaymentPageFacts["session"],
  canConfirm = false,
): PaymentPageFacts => ({
  isOrderCanceled: invoice.is_order_canceled,
  status: invoice.status,
  open: invoice.open_total,
  unheard: subtract(round(invoice.captured, invoice.currency_code), invoice.heard),
  attempt: invoice.attempt && { status: invoice.attempt.status, canConfirm },
  session,
})
