import type { CivilDate } from "../../calendar"
import { isZero, sum, type Decimal } from "../../money"
import type { AmountTaken } from "../charges/charges-of"
import { invoiceDocument } from "../invoices/invoice-document"
import type { BuyerFacts, InvoiceFacts, InvoiceLineFacts } from "../invoices/invoice-facts"
import type { InvoiceDocument } from "../invoices/invoice-shape"
import { lineAmounts } from "../invoices/line-amounts"
import { purchaseOrderNumber } from "../invoices/purchase-order-number"
import type { CollectionMethod } from "../states"
import type { BillDecision } from "../types"
import { renewalIds, renewalLineId } from "./renewal-ids"
import type { BilledSubscription, RenewalOrder, RenewalOrderLine, RenewalTaxLine } from "./renewal-order"
import type { RenewalShippingMethod } from "./parcels/renewal-shipping"

/** A renewal with an order and an invoice without its number. */
export interface RenewalDraft {
  renewal_id: string
  subscription_id: string
  order_id: string
  invoice_id: string
  customer_id: string | null
  cycle: number
  period_start: CivilDate
  period_end: CivilDate
  due_on: CivilDate
  /** The order's total, rounded to what the provider takes. */
  payable: Decimal
  /** The date from which it is charged automatically; null: it waits for the customer. */
  collect_on: CivilDate | null
  collection: { id: string; order_id: string; currency_code: string; amount: Decimal }
  /** Without its number, which is assigned in the transaction that writes it. */
  document: InvoiceDocument
  /** All renewals that it is of, the lead among them; left out: the lead alone. */
  members?: MemberOfDraft[]
}

/** One of several renewals on one invoice. */
export interface MemberOfDraft {
  renewal_id: string
  subscription_id: string
  cycle: number
  period_start: CivilDate
  period_end: CivilDate
  /** What its own lines come to, with tax, not rounded. */
  gross: Decimal
}

export interface RenewalToInvoice {
  subscription: BilledSubscription
  decision: BillDecision
  /** All that its order renews, itself among them; left out: itself alone. */
  members?: readonly RenewalOnInvoice[]
  order: RenewalOrder
  displayId: number | null
  /** The order's total as Medusa computes it; null: there is no order yet, and it is computed from the lines. */
  orderTotal: Decimal | null
  buyer: BuyerFacts
}

export interface RenewalOnInvoice {
  subscription: BilledSubscription & { display_id: number }
  decision: BillDecision
}

export interface RenewalInvoicing {
  seller: InvoiceFacts["seller"]
  asOf: CivilDate
  /** What the provider takes that is going to charge it. */
  amountTaken: AmountTaken
}

/** The amounts of a renewal's order, as in its preview. */
export function draftRenewalInvoice(
  { subscription, decision, members = [], order, displayId, orderTotal, buyer }: RenewalToInvoice,
  { seller, asOf, amountTaken }: RenewalInvoicing,
): RenewalDraft {
  const ids = renewalIds(subscription.id, decision.cycle)
  const isShared = members.length > 1
  const articles = isShared
    ? sharedLines(order, members)
    : articleLines(order.items, { subscription, decision, before: 0 })
  const lines = [...articles, ...order.shipping_methods.map(shippingFacts)]
  const exactTotal = orderTotal ?? sum(lines.map((line) => lineAmounts(line).gross))
  const document = invoiceDocument({
    number: "",
    kind: "invoice",
    locale: subscription.locale,
    currencyCode: subscription.currency_code,
    issuedOn: asOf,
    dueOn: decision.dueOn,
    collectionMethod: subscription.collection_method,
    order: { id: ids.order, displayId, purchaseOrderNumber: purchaseOrderNumber(order.metadata) },
    subscriptionId: isShared ? null : subscription.id,
    seller,
    buyer: { ...buyer, email: order.email ?? null },
    billingAddress: subscription.billing_address,
    shippingAddress: subscription.shipping_address,
    lines,
    payable: amountTaken(exactTotal),
  })
  const { payable } = document.totals
  return {
    renewal_id: ids.renewal,
    subscription_id: subscription.id,
    order_id: ids.order,
    invoice_id: ids.invoice,
    customer_id: subscription.customer_id,
    cycle: decision.cycle,
    period_start: decision.periodStart,
    period_end: decision.periodEnd,
    due_on: decision.dueOn,
    payable,
    collect_on: isCollectedByItself(subscription) ? decision.dueOn : null,
    collection: {
      id: ids.paymentCollection,
      order_id: ids.order,
      currency_code: subscription.currency_code,
      // Medusa's own total, to the last decimal, so that nothing is left to pay; with nothing to pay, nothing.
      amount: isZero(payable) ? payable : exactTotal,
    },
    document,
    ...(isShared ? { members: members.map((member) => memberOfDraft(member, order, lines)) } : {}),
  }
}

const linesOf = ({ items }: RenewalOrder, { subscription, decision }: RenewalOnInvoice): RenewalOrderLine[] => {
  const own = new Set(subscription.items.map(({ id }) => renewalLineId(id, decision.cycle)))
  return items.filter(({ id }) => own.has(id))
}

function memberOfDraft(
  member: RenewalOnInvoice,
  order: RenewalOrder,
  lines: readonly InvoiceLineFacts[],
): MemberOfDraft {
  const { subscription, decision } = member
  const own = new Set(linesOf(order, member).map(({ id }) => id))
  const facts = lines.filter(({ orderLineId }) => orderLineId !== undefined && own.has(orderLineId))
  return {
    renewal_id: renewalIds(subscription.id, decision.cycle).renewal,
    subscription_id: subscription.id,
    cycle: decision.cycle,
    period_start: decision.periodStart,
    period_end: decision.periodEnd,
    gross: sum(facts.map((line) => lineAmounts(line).gross)),
  }
}

/** The lines of several subscriptions, one after another, each with the number of the one that it is of. */
function sharedLines(order: RenewalOrder, members: readonly RenewalOnInvoice[]): InvoiceLineFacts[] {
  const all: InvoiceLineFacts[] = []
  for (const member of members) {
    const { subscription, decision } = member
    const lines = articleLines(linesOf(order, member), { subscription, decision, before: all.length })
    all.push(...lines.map((line) => (line.parent ? line : withNumber(line, subscription.display_id))))
  }
  return all
}

const withNumber = (line: InvoiceLineFacts, number: number): InvoiceLineFacts => ({
  ...line,
  description: [line.description, `#${number}`].filter(Boolean).join(" · "),
})

/** Without a saved method nothing can be charged: the invoice waits to be paid. */
function isCollectedByItself(subscription: {
  collection_method: CollectionMethod
  payment_method: Record<string, unknown> | null
}): boolean {
  return subscription.collection_method === "charge_automatically" && subscription.payment_method !== null
}

/** Packages with their contents under them, as the first order's invoice has them (P3). */
function articleLines(
  lines: readonly RenewalOrderLine[],
  {
    subscription: { items },
    decision,
    before,
  }: { subscription: BilledSubscription; decision: BillDecision; before: number },
): InvoiceLineFacts[] {
  const numbers = new Map(lines.map(({ id }, index) => [id, before + index + 1]))
  const itemOf = new Map(items.map((item) => [renewalLineId(item.id, decision.cycle), item]))
  const isListed = new Map(items.map((item) => [item.id, item.is_listed]))
  return lines.map((line) => {
    const { parent_id = null, is_hidden = false, kind } = itemOf.get(line.id) ?? {}
    if (parent_id === null) {
      return { ...lineFacts(line), period: { start: decision.periodStart, end: decision.periodEnd } }
    }
    const parent = numbers.get(renewalLineId(parent_id, decision.cycle)) ?? null
    if (kind === "option") {
      return { ...lineFacts(line), kind, parent }
    }
    return { ...lineFacts(line), kind: "content", parent, hidden: is_hidden || isListed.get(parent_id) === false }
  })
}

function lineFacts(item: RenewalOrderLine): InvoiceLineFacts {
  return {
    kind: "product",
    orderLineId: item.id,
    title: item.title,
    description: item.variant_title ?? item.subtitle ?? null,
    period: null,
    quantity: item.quantity,
    unitPrice: item.unit_price,
    isTaxInclusive: item.is_tax_inclusive,
    discounts: item.adjustments.map(({ description, amount, is_tax_inclusive }) => ({
      name: description,
      amount,
      isTaxInclusive: is_tax_inclusive,
    })),
    taxRates: item.tax_lines.map(taxRateFacts),
  }
}

const shippingFacts = (method: RenewalShippingMethod): InvoiceLineFacts => ({
  kind: "shipping",
  title: method.name,
  description: null,
  period: null,
  quantity: 1,
  unitPrice: method.amount,
  isTaxInclusive: method.is_tax_inclusive,
  discounts: [],
  taxRates: method.tax_lines.map(taxRateFacts),
})

const taxRateFacts = ({ code, rate, description }: RenewalTaxLine): InvoiceLineFacts["taxRates"][number] => ({
  code: code || null,
  name: description ?? code,
  rate,
})
