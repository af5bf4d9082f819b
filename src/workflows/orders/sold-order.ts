import type { BigNumberInput, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MathBN, MedusaError } from "@medusajs/framework/utils"
import type { OrderPaymentFacts } from "../../rules/billing"
import { sum, type Decimal } from "../../rules/money"
import { DISCOUNT_PROVIDER } from "../discounts/cart/discount-provider"

type JsonObject = Record<string, unknown>

/** A line of an order, as far as a subscription wants to know it. */
export interface SoldLine {
  id: string
  productId: string | null
  variantId: string | null
  title: string
  quantity: number
  unitPrice: Decimal
  isTaxInclusive: boolean
  /** What the discounts room took off it. */
  discounted: Decimal
  metadata: JsonObject | null
  /** The line's own words and flags: what a renewal's line repeats. */
  snapshot: JsonObject
}

export interface SoldOrder {
  id: string
  cartId: string | null
  isDraft: boolean
  customerId: string | null
  /** Whether the customer can log in; a guest has a customer's row, too. */
  hasAccount: boolean
  email: string | null
  regionId: string | null
  salesChannelId: string | null
  currencyCode: string
  locale: string | null
  shippingAddress: JsonObject | null
  billingAddress: JsonObject | null
  createdAt: string
  updatedAt: string
  payment: OrderPaymentFacts
  lines: SoldLine[]
}

const SNAPSHOT_FIELDS = [
  "subtitle",
  "thumbnail",
  "product_id",
  "product_title",
  "product_description",
  "product_subtitle",
  "product_type",
  "product_type_id",
  "product_collection",
  "product_handle",
  "variant_id",
  "variant_sku",
  "variant_barcode",
  "variant_title",
  "variant_option_values",
  "requires_shipping",
  "is_discountable",
  "is_giftcard",
] as const

const ORDER_FIELDS = [
  "id",
  "status",
  "is_draft_order",
  "created_at",
  "updated_at",
  "customer_id",
  "customer.has_account",
  "email",
  "region_id",
  "sales_channel_id",
  "currency_code",
  "locale",
  "total",
  "shipping_address.*",
  "billing_address.*",
  "items.*",
  "items.adjustments.amount",
  "items.adjustments.provider_id",
  "cart.id",
  "payment_collections.status",
  "payment_collections.amount",
  "payment_collections.authorized_amount",
  "payment_collections.captured_amount",
  "payment_collections.refunded_amount",
]

/** Reads an order with all that its subscriptions need; throws NOT_FOUND where there is none. */
export async function loadSoldOrder(container: MedusaContainer, orderId: string): Promise<SoldOrder> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity: "order", fields: ORDER_FIELDS, filters: { id: orderId } })
  const order = data[0] as unknown as OrderRecord | undefined
  if (!order) {
    throw new MedusaError(MedusaError.Types.NOT_FOUND, `Order with id: ${orderId} was not found`)
  }
  return toSoldOrder(order)
}

/** Medusa gives amounts as BigNumber objects, plain numbers or nothing. */
type Amount = BigNumberInput | null | undefined

interface OrderRecord {
  id: string
  status: string
  is_draft_order: boolean
  created_at: Date | string
  updated_at: Date | string
  customer_id: string | null
  customer?: { has_account: boolean } | null
  email: string | null
  region_id: string | null
  sales_channel_id: string | null
  currency_code: string
  locale?: string | null
  total: Amount
  shipping_address?: JsonObject | null
  billing_address?: JsonObject | null
  items?: OrderLineRecord[]
  cart?: { id: string } | null
  payment_collections?: ({
    status: string
    amount: Amount
    authorized_amount: Amount
    captured_amount: Amount
    refunded_amount: Amount
  } | null)[]
}

type OrderLineRecord = JsonObject & {
  id: string
  title: string
  product_id?: string | null
  variant_id?: string | null
  quantity: Amount
  unit_price: Amount
  is_tax_inclusive?: boolean
  adjustments?: { amount: Amount; provider_id?: string | null }[]
  metadata?: JsonObject | null
}

function toSoldOrder(order: OrderRecord): SoldOrder {
  return {
    id: order.id,
    cartId: order.cart?.id ?? null,
    isDraft: order.is_draft_order,
    customerId: order.customer_id,
    hasAccount: order.customer?.has_account ?? false,
    email: order.email,
    regionId: order.region_id,
    salesChannelId: order.sales_channel_id,
    currencyCode: order.currency_code,
    locale: order.locale ?? null,
    shippingAddress: withoutIdentity(order.shipping_address),
    billingAddress: withoutIdentity(order.billing_address),
    createdAt: new Date(order.created_at).toISOString(),
    updatedAt: new Date(order.updated_at).toISOString(),
    payment: toPaymentFacts(order),
    lines: (order.items ?? []).map(toSoldLine),
  }
}

function toPaymentFacts(order: OrderRecord): OrderPaymentFacts {
  return {
    isCanceled: order.status === "canceled",
    total: decimal(order.total),
    currencyCode: order.currency_code,
    collections: (order.payment_collections ?? []).flatMap((collection) =>
      collection
        ? {
            isCanceled: collection.status === "canceled",
            authorized: decimal(collection.authorized_amount),
            captured: decimal(collection.captured_amount),
            refunded: decimal(collection.refunded_amount),
          }
        : [],
    ),
  }
}

function toSoldLine(line: OrderLineRecord): SoldLine {
  return {
    id: line.id,
    productId: line.product_id ?? null,
    variantId: line.variant_id ?? null,
    title: line.title,
    quantity: Number(line.quantity),
    unitPrice: decimal(line.unit_price),
    isTaxInclusive: line.is_tax_inclusive ?? false,
    discounted: sum(ownAdjustments(line).map(({ amount }) => decimal(amount))),
    metadata: line.metadata ?? null,
    snapshot: Object.fromEntries(SNAPSHOT_FIELDS.map((field) => [field, line[field] ?? null])),
  }
}

const ownAdjustments = ({ adjustments }: OrderLineRecord) =>
  (adjustments ?? []).filter(({ provider_id }) => provider_id === DISCOUNT_PROVIDER)

const decimal = (amount: Amount): Decimal => MathBN.convert(amount ?? 0).toFixed()

/** An address row belongs to one order: what is kept is what it says, not which row it is. */
function withoutIdentity(address: JsonObject | null | undefined): JsonObject | null {
  if (!address) {
    return null
  }
  const { id: _id, created_at: _created, updated_at: _updated, deleted_at: _deleted, ...said } = address
  return said
}
