import type { MedusaContainer } from "@medusajs/framework/types"
import {
  purchaseOrderNumber,
  type AddressFacts,
  type DiscountFacts,
  type InvoiceLineFacts,
  type TaxRateFacts,
} from "../../../rules/billing"
import { round, subtract, sum, type Decimal } from "../../../rules/money"
import { loadOrder } from "../../orders/load-orders"
import { takenAtCheckout } from "../charges/taken-at-checkout"
import type { OrderFacts, OrderLineFacts, OrderShippingFacts } from "../../orders/order-facts"

/** The fields of a placed order that its invoice needs. */
export interface InvoicedOrder {
  id: string
  displayId: number | null
  /** The customer's own number of it; null: there is none. */
  purchaseOrderNumber: string | null
  /** False for a draft and for a cancelled order. */
  isSale: boolean
  isCanceled: boolean
  customerId: string | null
  email: string | null
  locale: string | null
  currencyCode: string
  /** Null: of some of its lines, whose total is computed. */
  total: Decimal | null
  /** Rounded as what is to be paid is: Medusa captures its own unrounded totals, such as 29.7275. */
  captured: Decimal
  refunded: Decimal
  hasPaymentCollection: boolean
  billingAddress: AddressFacts | null
  shippingAddress: AddressFacts | null
  /** The cart that it was; null for what never was one. */
  cartId: string | null
  articles: InvoicedLine[]
  shipping: InvoiceLineFacts[]
  credits: { name: string; amount: Decimal }[]
  taken: Decimal | null
}

/** An order line with what matches it to its cart line record. */
export interface InvoicedLine {
  id: string
  productId: string | null
  variantId: string | null
  metadata: Record<string, unknown> | null
  facts: InvoiceLineFacts
}

/** Loads an order for its invoice; throws NOT_FOUND if there is none. */
export async function loadInvoicedOrder(container: MedusaContainer, orderId: string): Promise<InvoicedOrder> {
  const order = await loadOrder(container, orderId)
  return invoicedOrder(order, await takenAtCheckout(container, order))
}

export function invoicedOrder(order: OrderFacts, taken: Decimal | null): InvoicedOrder {
  const { paymentCollections, currencyCode } = order
  return {
    id: order.id,
    displayId: order.displayId,
    purchaseOrderNumber: purchaseOrderNumber(order.metadata),
    isSale: !order.isDraft && order.status !== "draft" && !order.isCanceled,
    isCanceled: order.isCanceled,
    customerId: order.customerId,
    email: order.email,
    locale: order.locale,
    currencyCode,
    total: order.total,
    captured: round(sum(paymentCollections.map(({ captured }) => captured)), currencyCode),
    refunded: round(sum(paymentCollections.map(({ refunded }) => refunded)), currencyCode),
    hasPaymentCollection: paymentCollections.length > 0,
    billingAddress: order.billingAddress,
    shippingAddress: order.shippingAddress,
    cartId: order.cartId,
    articles: order.lines.map(articleLine),
    shipping: order.shippingMethods.map(shippingLine),
    taken,
    credits: order.creditLines.map(({ reference, amount }) => ({ name: reference ?? "Credit", amount })),
  }
}

/** The lines of an order as they are now: units that came back are none of it. */
export const linesNow = ({ lines, shippingMethods }: OrderFacts): InvoiceLineFacts[] => [
  ...lines.map((line) => ({ ...articleLine(line).facts, quantity: subtract(line.quantity, line.returnedQuantity) })),
  ...shippingMethods.map(shippingLine),
]

const articleLine = (line: OrderLineFacts): InvoicedLine => ({
  id: line.id,
  productId: line.productId,
  variantId: line.variantId,
  metadata: line.metadata,
  facts: {
    kind: "product",
    orderLineId: line.id,
    title: line.title,
    description: line.variantTitle ?? line.subtitle,
    period: null,
    quantity: line.quantity,
    unitPrice: line.unitPrice,
    isTaxInclusive: line.isTaxInclusive,
    discounts: discountsOf(line),
    taxRates: taxRatesOf(line),
  },
})

const shippingLine = (method: OrderShippingFacts): InvoiceLineFacts => ({
  kind: "shipping",
  orderLineId: method.id,
  title: method.name,
  description: null,
  period: null,
  quantity: 1,
  unitPrice: method.amount,
  isTaxInclusive: method.isTaxInclusive,
  discounts: discountsOf(method),
  taxRates: taxRatesOf(method),
})

type Taxed = Pick<OrderShippingFacts, "adjustments" | "taxLines">

const discountsOf = ({ adjustments }: Taxed): DiscountFacts[] =>
  adjustments.map(({ code, description, amount, isTaxInclusive }) => ({
    name: description ?? code ?? "Discount",
    amount,
    isTaxInclusive,
  }))

const taxRatesOf = ({ taxLines }: Taxed): TaxRateFacts[] =>
  taxLines.map(({ code, description, rate }) => ({ code, name: description ?? code ?? "Tax", rate }))
