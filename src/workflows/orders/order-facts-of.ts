import { MathBN } from "@medusajs/framework/utils"
import { roundToDigits, sum, type Decimal } from "../../rules/money"
import type {
  AdjustmentFacts,
  FulfillmentFacts,
  MovedAmount,
  OrderAddressFacts,
  OrderCreditFacts,
  OrderFacts,
  OrderLineFacts,
  OrderShippingFacts,
  PaymentCollectionFacts,
  PaymentFacts,
  TaxLineFacts,
} from "./order-facts"
import type {
  AdjustmentRecord,
  Amount,
  CollectionRecord,
  CreditRecord,
  FulfillmentRecord,
  Instant,
  JsonObject,
  LineRecord,
  Maybe,
  MovedRecord,
  OrderRecord,
  PaymentRecord,
  ShippingRecord,
  TaxedRecord,
} from "./order-record"

/** Medusa computes totals with twenty digits: what is beyond these is what its divisions left over, and may turn a half around. */
const EXACT_DIGITS = 12

/** What one line repeats of another one of the same goods. */
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

/** The one place where an order of Medusa becomes facts. */
export function orderFactsOf(order: OrderRecord): OrderFacts {
  return {
    id: order.id,
    displayId: order.display_id ?? null,
    version: order.version,
    status: order.status,
    isDraft: order.is_draft_order,
    isCanceled: order.status === "canceled" || Boolean(order.canceled_at),
    createdAt: instant(order.created_at),
    updatedAt: instant(order.updated_at),
    canceledAt: instantOrNull(order.canceled_at),
    cartId: order.cart?.id ?? null,
    customerId: order.customer_id,
    customer: order.customer ? customerOf(order.customer) : null,
    email: order.email,
    locale: order.locale ?? null,
    regionId: order.region_id,
    salesChannelId: order.sales_channel_id,
    currencyCode: order.currency_code,
    metadata: order.metadata ?? null,
    shippingAddress: addressOf(order.shipping_address),
    billingAddress: addressOf(order.billing_address),
    promotionCodes: present(order.promotions).flatMap(({ code }) => code ?? []),
    total: roundToDigits(decimal(order.total), EXACT_DIGITS),
    lines: (order.items ?? []).map(lineOf),
    shippingMethods: (order.shipping_methods ?? []).map(shippingOf),
    creditLines: (order.credit_lines ?? []).map(creditOf),
    paymentCollections: present(order.payment_collections).map(collectionOf),
    transactions: (order.transactions ?? []).map((one) => ({
      ...movedOf(one),
      reference: one.reference ?? null,
      referenceId: one.reference_id ?? null,
    })),
    fulfillments: present(order.fulfillments).map(fulfillmentOf),
  }
}

const customerOf = ({ id, has_account, groups }: NonNullable<OrderRecord["customer"]>) => ({
  id,
  hasAccount: has_account ?? false,
  groupIds: (groups ?? []).map((group) => group.id),
})

const lineOf = (line: LineRecord): OrderLineFacts => ({
  id: line.id,
  productId: line.product_id ?? null,
  variantId: line.variant_id ?? null,
  title: line.title,
  subtitle: line.subtitle ?? null,
  variantTitle: line.variant_title ?? null,
  quantity: decimal(line.quantity),
  fulfilledQuantity: decimal(line.detail?.fulfilled_quantity),
  shippedQuantity: decimal(line.detail?.shipped_quantity),
  deliveredQuantity: decimal(line.detail?.delivered_quantity),
  returnedQuantity: sum([line.detail?.return_received_quantity, line.detail?.return_dismissed_quantity].map(decimal)),
  unitPrice: decimal(line.raw_unit_price ?? line.unit_price),
  compareAtUnitPrice: line.compare_at_unit_price == null ? null : decimal(line.compare_at_unit_price),
  isTaxInclusive: line.is_tax_inclusive ?? false,
  isDiscountable: line.is_discountable ?? true,
  isCustomPrice: line.is_custom_price ?? false,
  adjustments: (line.adjustments ?? []).map(adjustmentOf),
  taxLines: taxLinesOf(line),
  metadata: line.metadata ?? null,
  snapshot: Object.fromEntries(SNAPSHOT_FIELDS.map((field) => [field, line[field] ?? null])),
})

/** Medusa notes the version in which a change has added a credit; those of the sale itself have none. */
const creditOf = ({ id, reference, reference_id, amount, metadata }: CreditRecord): OrderCreditFacts => ({
  id,
  reference: reference ?? null,
  referenceId: reference_id ?? null,
  amount: decimal(amount),
  isLater: Number(metadata?.created_in_version ?? 1) > 1,
})

const shippingOf = (method: ShippingRecord): OrderShippingFacts => ({
  id: method.id,
  name: method.name,
  amount: decimal(method.amount),
  isTaxInclusive: method.is_tax_inclusive ?? false,
  adjustments: (method.adjustments ?? []).map(adjustmentOf),
  taxLines: taxLinesOf(method),
})

const adjustmentOf = (one: AdjustmentRecord): AdjustmentFacts => ({
  id: one.id,
  code: one.code ?? null,
  promotionId: one.promotion_id ?? null,
  providerId: one.provider_id ?? null,
  description: one.description ?? null,
  amount: decimal(one.raw_amount ?? one.amount),
  isTaxInclusive: one.is_tax_inclusive ?? false,
})

const taxLinesOf = ({ tax_lines }: TaxedRecord): TaxLineFacts[] =>
  (tax_lines ?? []).map(({ code, description, rate }) => ({
    code: code ?? null,
    description: description ?? null,
    rate: decimal(rate),
  }))

const collectionOf = (collection: CollectionRecord): PaymentCollectionFacts => ({
  id: collection.id,
  status: collection.status,
  amount: decimal(collection.amount),
  authorized: decimal(collection.authorized_amount),
  captured: decimal(collection.captured_amount),
  refunded: decimal(collection.refunded_amount),
  updatedAt: instant(collection.updated_at),
  payments: (collection.payments ?? []).map(paymentOf),
})

const paymentOf = (payment: PaymentRecord): PaymentFacts => ({
  id: payment.id,
  providerId: payment.provider_id ?? null,
  amount: decimal(payment.amount),
  capturedAt: instantOrNull(payment.captured_at),
  canceledAt: instantOrNull(payment.canceled_at),
  captures: (payment.captures ?? []).map((capture) => ({ ...movedOf(capture), userId: userOf(capture.created_by) })),
  refunds: (payment.refunds ?? []).map((refund) => ({
    ...movedOf(refund),
    note: refund.note?.trim() || null,
    userId: userOf(refund.created_by),
  })),
})

/** Medusa also names customers and API keys. */
const userOf = (actor: Maybe<string>): string | null => (actor?.startsWith("user_") ? actor : null)

const movedOf = ({ id, amount, raw_amount, created_at }: MovedRecord): MovedAmount => ({
  id,
  amount: decimal(raw_amount ?? amount),
  at: instant(created_at),
})

const fulfillmentOf = (one: FulfillmentRecord): FulfillmentFacts => ({
  id: one.id,
  createdAt: instant(one.created_at),
  shippedAt: instantOrNull(one.shipped_at),
  deliveredAt: instantOrNull(one.delivered_at),
  canceledAt: instantOrNull(one.canceled_at),
  createdBy: userOf(one.created_by),
  shippedBy: userOf(one.marked_shipped_by),
})

function addressOf(address: Maybe<JsonObject>): OrderAddressFacts | null {
  if (!address) {
    return null
  }
  const { id: _id, created_at: _created, updated_at: _updated, deleted_at: _deleted, ...said } = address
  return said
}

/** A link whose other end is gone gives null. */
const present = <T>(list: Maybe<Maybe<T>[]>): NonNullable<T>[] => (list ?? []).flatMap((one) => one ?? [])

const decimal = (amount: Amount): Decimal => MathBN.convert(amount ?? 0).toFixed()
const instant = (at: Instant): string => new Date(at).toISOString()
const instantOrNull = (at: Maybe<Instant>): string | null => (at ? instant(at) : null)
