import type { BillingOptions } from "../../modules/billing"
import type { BilledLine } from "../../modules/billing/queries/billed-lines"
import { invoiceDocument, type InvoiceDocument } from "../../rules/billing"
import type { CivilDate } from "../../rules/calendar"
import type { InvoicedOrder } from "./invoiced-order"
import type { BuyerFacts } from "./load-buyers"

export interface OrderInvoiceInput {
  order: InvoicedOrder
  /** What is known of the order's lines: which are set-up fees, and which periods they pay for. */
  billed: Map<string, BilledLine>
  buyer: BuyerFacts
  asOf: CivilDate
}

/** The invoice of a placed order, whole but for its number. It is due at once: it was paid, or is to be, with the order. */
export function draftOrderInvoice(
  { order, billed, buyer, asOf }: OrderInvoiceInput,
  options: BillingOptions,
): InvoiceDocument {
  return invoiceDocument({
    number: "",
    kind: "invoice",
    locale: order.locale,
    currencyCode: order.currencyCode,
    issuedOn: asOf,
    dueOn: asOf,
    collectionMethod: null,
    order: { id: order.id, displayId: order.displayId },
    subscriptionId: null,
    seller: options.seller,
    buyer: { ...buyer, email: buyer.email ?? order.email },
    billingAddress: order.billingAddress,
    shippingAddress: order.shippingAddress,
    lines: order.lines.map(({ lineId, ...line }) => ({
      ...line,
      kind: billed.get(lineId)?.kind === "setup_fee" ? "setup_fee" : line.kind,
      period: billed.get(lineId)?.period ?? null,
    })),
    credits: order.credits,
    orderTotal: order.total,
  })
}
