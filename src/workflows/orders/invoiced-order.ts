import type { BigNumberInput, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MathBN, MedusaError } from "@medusajs/framework/utils"
import type { AddressFacts, DiscountFacts, InvoiceLineFacts, TaxRateFacts } from "../../rules/billing"
import { round, sum, type Decimal } from "../../rules/money"

/** A placed order, as far as its invoice wants to know it. */
export interface InvoicedOrder {
  id: string
  displayId: number | null
  /** A draft is no sale yet, and a cancelled one is none any more. */
  isSale: boolean
  customerId: string | null
  email: string | null
  locale: string | null
  currencyCode: string
  total: Decimal
  /** Rounded as what is to be paid is: Medusa captures its own unrounded totals, such as 29.7275. */
  captured: Decimal
  hasPaymentCollection: boolean
  billingAddress: AddressFacts | null
  shippingAddress: AddressFacts | null
  /** The cart that it was; null for what never was one. */
  cartId: string | null
  articles: InvoicedLine[]
  shipping: InvoiceLineFacts[]
  credits: { name: string; amount: Decimal }[]
}

/** An order's line with what tells which record of the cart it was. */
export interface InvoicedLine {
  id: string
  productId: string | null
  variantId: string | null
  metadata: Record<string, unknown> | null
  facts: InvoiceLineFacts
}

const FIELDS = [
  "id",
  "display_id",
  "status",
  "is_draft_order",
  "customer_id",
  "email",
  "locale",
  "currency_code",
  "total",
  "shipping_address.*",
  "billing_address.*",
  "items.*",
  "items.tax_lines.*",
  "items.adjustments.*",
  "shipping_methods.*",
  "shipping_methods.tax_lines.*",
  "shipping_methods.adjustments.*",
  "credit_lines.*",
  "cart.id",
  "payment_collections.id",
  "payment_collections.captured_amount",
]

/** Reads an order with all that its invoice needs; throws NOT_FOUND where there is none. */
export async function loadInvoicedOrder(container: MedusaContainer, orderId: string): Promise<InvoicedOrder> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "order", fields: FIELDS, filters: { id: orderId } })
  const order = data[0] as unknown as OrderRecord | undefined
  if (!order) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Order with id: ${orderId} was not found`)
  }
  const collections = (order.payment_collections ?? []).flatMap((collection) => collection ?? [])
  return {
    id: order.id,
    displayId: order.display_id ?? null,
    isSale: !order.is_draft_order && order.status !== "draft" && order.status !== "canceled",
    customerId: order.customer_id,
    email: order.email,
    locale: order.locale ?? null,
    currencyCode: order.currency_code,
    total: decimal(order.total),
    captured: round(sum(collections.map(({ captured_amount }) => decimal(captured_amount))), order.currency_code),
    hasPaymentCollection: collections.length > 0,
    billingAddress: order.billing_address ?? null,
    shippingAddress: order.shipping_address ?? null,
    cartId: order.cart?.id ?? null,
    articles: (order.items ?? []).map(articleLine),
    shipping: (order.shipping_methods ?? []).map(shippingLine),
    credits: (order.credit_lines ?? []).map(({ reference, amount }) => ({
      name: reference ?? "Credit",
      amount: decimal(amount),
    })),
  }
}

/** Medusa gives amounts as BigNumber objects, plain numbers or nothing. */
type Amount = BigNumberInput | null | undefined

interface TaxedRecord {
  id: string
  is_tax_inclusive?: boolean
  tax_lines?: { code?: string | null; description?: string | null; rate: Amount }[]
  adjustments?: { code?: string | null; description?: string | null; amount: Amount; is_tax_inclusive?: boolean }[]
}

interface OrderRecord {
  id: string
  display_id?: number
  status: string
  is_draft_order: boolean
  customer_id: string | null
  email: string | null
  locale?: string | null
  currency_code: string
  total: Amount
  shipping_address?: AddressFacts | null
  billing_address?: AddressFacts | null
  items?: (TaxedRecord & {
    product_id?: string | null
    variant_id?: string | null
    metadata?: Record<string, unknown> | null
    title: string
    variant_title?: string | null
    subtitle?: string | null
    quantity: Amount
    unit_price: Amount
  })[]
  shipping_methods?: (TaxedRecord & { name: string; amount: Amount })[]
  cart?: { id: string } | null
  credit_lines?: { reference?: string | null; amount: Amount }[]
  payment_collections?: ({ id: string; captured_amount: Amount } | null)[]
}

function articleLine(item: NonNullable<OrderRecord["items"]>[number]): InvoicedLine {
  const { id, product_id, variant_id, metadata } = item
  const facts: InvoiceLineFacts = {
    kind: "product",
    title: item.title,
    description: item.variant_title ?? item.subtitle ?? null,
    period: null,
    quantity: decimal(item.quantity),
    unitPrice: decimal(item.unit_price),
    isTaxInclusive: item.is_tax_inclusive ?? false,
    discounts: discountsOf(item),
    taxRates: taxRatesOf(item),
  }
  return { id, productId: product_id ?? null, variantId: variant_id ?? null, metadata: metadata ?? null, facts }
}

function shippingLine(method: NonNullable<OrderRecord["shipping_methods"]>[number]): InvoiceLineFacts {
  return {
    kind: "shipping",
    title: method.name,
    description: null,
    period: null,
    quantity: 1,
    unitPrice: decimal(method.amount),
    isTaxInclusive: method.is_tax_inclusive ?? false,
    discounts: discountsOf(method),
    taxRates: taxRatesOf(method),
  }
}

const discountsOf = ({ adjustments }: TaxedRecord): DiscountFacts[] =>
  (adjustments ?? []).map(({ code, description, amount, is_tax_inclusive }) => ({
    name: description ?? code ?? "Discount",
    amount: decimal(amount),
    isTaxInclusive: is_tax_inclusive ?? false,
  }))

const taxRatesOf = ({ tax_lines }: TaxedRecord): TaxRateFacts[] =>
  (tax_lines ?? []).map(({ code, description, rate }) => ({
    code: code ?? null,
    name: description ?? code ?? "Tax",
    rate: decimal(rate),
  }))

const decimal = (amount: Amount): Decimal => MathBN.convert(amount ?? 0).toFixed()
