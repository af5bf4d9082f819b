import { isZero, type Decimal } from "../../money"
import type { InvoiceDocument } from "./invoice-shape"

export interface ZeroCollection {
  id: string
  order_id: string
  currency_code: string
  amount: Decimal
}

/** The payment collection of an order with nothing to pay that has none; no list is longer than one. */
export function zeroCollections(
  draft: {
    order: { id: string; currencyCode: string; hasPaymentCollection: boolean }
    document: Pick<InvoiceDocument, "totals">
  } | null,
): ZeroCollection[] {
  if (!draft || !isZero(draft.document.totals.payable) || draft.order.hasPaymentCollection) {
    return []
  }
  const { id, currencyCode } = draft.order
  return [{ id: `pay_col_${id.replace(/^order_/, "")}`, order_id: id, currency_code: currencyCode, amount: "0" }]
}
