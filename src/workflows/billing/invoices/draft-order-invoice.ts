import type { CartLineRecord } from "../../../modules/billing"
import type { BillingOptions } from "../../../options"
import { invoiceDocument, type InvoiceDocument, type InvoiceFacts, type InvoiceLineFacts } from "../../../rules/billing"
import type { CivilDate } from "../../../rules/calendar"
import type { InvoicedLine, InvoicedOrder } from "../orders/invoiced-order"
import type { BuyerFacts } from "./load-buyers"

export interface OrderInvoiceInput {
  order: InvoicedOrder
  /** What the order's lines were sold under, by order line id. */
  records: Map<string, CartLineRecord>
  /** The periods that recurring lines pay for, by order line id. */
  periods: Map<string, InvoiceLineFacts["period"]>
  buyer: BuyerFacts
  asOf: CivilDate
}

/** The invoice of a placed order, whole but for its number. It is due at once: it is paid with the order. */
export function draftOrderInvoice(input: OrderInvoiceInput, options: BillingOptions): InvoiceDocument {
  const { order, buyer, asOf } = input
  const facts: InvoiceFacts = {
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
    lines: [...articleLines(input), ...order.shipping],
    credits: order.credits,
    orderTotal: order.total,
  }
  return invoiceDocument(facts)
}

/** Articles by title, each followed by its set-up fee: Medusa gives an order's lines in no order that can be relied on. */
function articleLines({ order, records, periods }: OrderInvoiceInput): InvoiceLineFacts[] {
  const parentOf = (line: InvoicedLine): string | null => records.get(line.id)?.parent_id ?? null
  const byTitle = [...order.articles].sort((a, b) => compare(a.facts.title, b.facts.title) || compare(a.id, b.id))
  const parents = byTitle.filter((line) => parentOf(line) === null)
  return parents.flatMap((parent) => {
    const recordId = records.get(parent.id)?.id
    const companions = byTitle.filter((line) => recordId !== undefined && parentOf(line) === recordId)
    return [
      { ...parent.facts, period: periods.get(parent.id) ?? null },
      ...companions.map(({ facts }) => ({ ...facts, kind: "setup_fee" as const })),
    ]
  })
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
