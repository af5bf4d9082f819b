import type { CivilDate } from "../../../rules/calendar"
import type {
  PersonalNow,
  SaleSnapshot,
  SaleType,
  SnapshotAddress,
  SnapshotDiscount,
  SnapshotTax,
} from "../../../rules/sales"
import type {
  AdjustmentFacts,
  OrderAddressFacts,
  OrderFacts,
  OrderLineFacts,
  OrderShippingFacts,
  TaxLineFacts,
} from "../../orders/order-facts"

/** What a line was sold as; kept from the sale's first snapshot on. */
export interface LineKind {
  type: SaleType
  period: { from: string; to: string } | null
}

/** When an order was sold. */
export interface Placing {
  placedAt: string
  soldOn: CivilDate
}

/** What an order says of itself, without people. Whatever it reads is the order's own: a product's new name changes none. */
export function snapshotOf(
  order: OrderFacts,
  { placedAt, soldOn }: Placing,
  kinds: ReadonlyMap<string, LineKind>,
): SaleSnapshot {
  return {
    order_id: order.id,
    display_id: order.displayId,
    placed_at: placedAt,
    sold_on: soldOn,
    customer_id: order.customerId,
    region_id: order.regionId,
    sales_channel_id: order.salesChannelId,
    currency_code: order.currencyCode,
    total: order.total,
    lines: [...order.lines].sort(byId).map((line) => lineOf(line, kinds)),
    shipping: [...order.shippingMethods].sort(byId).map(shippingOf),
    credits: [...order.creditLines]
      .sort(byId)
      .map(({ reference, referenceId, amount }) => ({ reference, reference_id: referenceId, amount })),
  }
}

const byId = (one: { id: string }, other: { id: string }): number => (one.id < other.id ? -1 : 1)

function lineOf(line: OrderLineFacts, kinds: ReadonlyMap<string, LineKind>): SaleSnapshot["lines"][number] {
  const { type, period } = kinds.get(line.id) ?? { type: "simple", period: null }
  const sku = line.snapshot.variant_sku
  return {
    id: line.id,
    type,
    product_id: line.productId,
    variant_id: line.variantId,
    title: line.title,
    subtitle: line.subtitle,
    variant_title: line.variantTitle,
    sku: typeof sku === "string" ? sku : null,
    options: optionsOf(line.snapshot.variant_option_values),
    quantity: line.quantity,
    unit_price: line.unitPrice,
    is_tax_inclusive: line.isTaxInclusive,
    period,
    taxes: line.taxLines.map(taxOf),
    discounts: line.adjustments.map(discountOf),
  }
}

function optionsOf(values: unknown): Record<string, string> | null {
  if (values === null || typeof values !== "object") {
    return null
  }
  const texts = Object.entries(values).filter((entry): entry is [string, string] => typeof entry[1] === "string")
  return texts.length ? Object.fromEntries(texts) : null
}

const shippingOf = (method: OrderShippingFacts): SaleSnapshot["shipping"][number] => ({
  name: method.name,
  amount: method.amount,
  is_tax_inclusive: method.isTaxInclusive,
  taxes: method.taxLines.map(taxOf),
  discounts: method.adjustments.map(discountOf),
})

const taxOf = ({ code, description, rate }: TaxLineFacts): SnapshotTax => ({ code, description, rate })

const discountOf = (one: AdjustmentFacts): SnapshotDiscount => ({
  code: one.code,
  description: one.description,
  promotion_id: one.promotionId,
  provider_id: one.providerId,
  amount: one.amount,
})

export type BuyerWords = PersonalNow["buyer"]

/** What an order says of people, and its customer of themselves. */
export const personalNowOf = (order: OrderFacts, buyer: BuyerWords): PersonalNow => ({
  buyer,
  email: order.email,
  shipping_address: addressOf(order.shippingAddress),
  billing_address: addressOf(order.billingAddress),
})

const addressOf = (address: OrderAddressFacts | null): SnapshotAddress | null =>
  address && {
    first_name: address.first_name ?? null,
    last_name: address.last_name ?? null,
    company: address.company ?? null,
    address_1: address.address_1 ?? null,
    address_2: address.address_2 ?? null,
    postal_code: address.postal_code ?? null,
    city: address.city ?? null,
    province: address.province ?? null,
    country_code: address.country_code ?? null,
    phone: address.phone ?? null,
  }
