import { isZero } from "../../../rules/money"
import type { OrderPaymentCollection } from "./steps/create-payment-collections"
import type { OrderInvoiceDraft } from "./steps/issue-order-invoice"

/** The payment collection of an order with nothing to pay that has none; no list is longer than one. */
export function zeroCollections(draft: OrderInvoiceDraft | null): OrderPaymentCollection[] {
  if (!draft || !isZero(draft.document.totals.payable) || draft.order.hasPaymentCollection) {
    return []
  }
  const { id, currencyCode } = draft.order
  return [{ id: `pay_col_${id.replace(/^order_/, "")}`, order_id: id, currency_code: currencyCode, amount: "0" }]
}
