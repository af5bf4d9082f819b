import { withLineKey } from "../../cart"
import type { Decimal } from "../../money"
import type { SubscriptionItemKind } from "../states"
import { itemsInOrder } from "../subscriptions/items/items-in-order"
import type { SubscriptionColumns } from "../subscriptions/subscription-columns"
import type { BillDecision } from "../types"
import type { PendingPrice } from "../price-changes/price-on"
import { withPart } from "../changes/part-of-period"
import type { RecurringTerms, RenewalDiscount } from "./recurring-terms"
import { renewalIds, renewalLineId, renewalLineKey } from "./renewal-ids"
import type { RenewalShippingMethod } from "./parcels/renewal-shipping"
import type { RenewalTaxLine } from "./renewal-tax-line"

export type { RenewalTaxLine }

type JsonObject = Record<string, unknown>

/** An item of a subscription, under the names of its columns. */
export interface BilledItem {
  id: string
  kind: SubscriptionItemKind
  /** The item of the package that a content is in. */
  parent_id: string | null
  /** No customer may learn of it: its money is in its package's. */
  is_hidden: boolean
  /** Of a package: whether documents list its contents. */
  is_listed: boolean
  /** Its place among the contents of its package. */
  position: number
  /** The record of the ordered line, of a package and its contents. */
  line_record_id: string | null
  quantity: number
  product_id: string
  variant_id: string
  title: string
  unit_price: Decimal
  is_tax_inclusive: boolean
  /** The fields of the ordered line. */
  snapshot: JsonObject
  discounts: RecurringTerms[]
}

/** A subscription with its items: all that its renewals are composed from. */
export interface BilledSubscription extends SubscriptionColumns {
  customer_id: string | null
  email: string | null
  region_id: string | null
  sales_channel_id: string | null
  currency_code: string
  locale: string | null
  shipping_address: JsonObject | null
  billing_address: JsonObject | null
  items: BilledItem[]
  /** A new price that is not yet the items' own; left out: none. */
  pending_price?: PendingPrice | null
  /** The customer's own number of the order that it began with; left out: there is none. */
  purchase_order_number?: string
}

/** What a renewal's order has beside the subscription's terms. Items that are left out of a map have none. */
export interface RenewalCharges {
  /** Null: it is not shipped, or with another renewal. */
  shipping: RenewalShippingMethod | null
  /** The customer's e-mail address of today; null: there is no customer, and the subscription's own counts. */
  email: string | null
  taxLines: ReadonlyMap<string, RenewalTaxLine[]>
  discounts: ReadonlyMap<string, RenewalDiscount[]>
}

export interface RenewalAdjustment {
  amount: Decimal
  description: string
  /** The discount's name, too: Medusa's order page shows codes alone. */
  code: string
  provider_id: string
  is_tax_inclusive: boolean
}

/** Amounts as the exact strings that they are in the terms. */
export interface RenewalOrderLine extends RepeatedFields {
  id: string
  title: string
  quantity: number
  product_id: string
  /** undefined: an option, which is no article. */
  variant_id: string | undefined
  unit_price: Decimal
  is_tax_inclusive: boolean
  tax_lines: RenewalTaxLine[]
  adjustments: RenewalAdjustment[]
  metadata: JsonObject
}

/** What Medusa makes an order from, in the names that it gives. */
export interface RenewalOrder {
  id: string
  status: "pending"
  region_id: string | undefined
  customer_id: string | undefined
  sales_channel_id: string | undefined
  email: string | undefined
  currency_code: string
  locale: string | null
  shipping_address: JsonObject | undefined
  billing_address: JsonObject | undefined
  items: RenewalOrderLine[]
  shipping_methods: RenewalShippingMethod[]
  metadata: JsonObject
}

/** The fields of the ordered line that a renewal's line repeats. */
const REPEATED = [
  "subtitle",
  "thumbnail",
  "product_title",
  "product_description",
  "product_subtitle",
  "product_type",
  "product_type_id",
  "product_collection",
  "product_handle",
  "variant_sku",
  "variant_barcode",
  "variant_title",
  "variant_option_values",
  "requires_shipping",
  "is_discountable",
] as const

interface RepeatedFields {
  subtitle?: string
  variant_title?: string
  requires_shipping?: boolean
}

/**
 * The Medusa order of one renewal, under the subscription's agreed terms (B22). The billing run creates it; the preview
 * of the upcoming invoice shows it.
 */
export function composeRenewalOrder(
  subscription: BilledSubscription,
  decision: BillDecision,
  charges: RenewalCharges,
): RenewalOrder {
  const ids = renewalIds(subscription.id, decision.cycle)
  return {
    id: ids.order,
    status: "pending",
    region_id: subscription.region_id ?? undefined,
    customer_id: subscription.customer_id ?? undefined,
    sales_channel_id: subscription.sales_channel_id ?? undefined,
    email: charges.email ?? subscription.email ?? undefined,
    currency_code: subscription.currency_code,
    locale: subscription.locale,
    shipping_address: addressOf(subscription.shipping_address),
    billing_address: addressOf(subscription.billing_address),
    items: itemsInOrder(subscription.items).map((item) =>
      orderLine(item, decision, { ...charges, currencyCode: subscription.currency_code, locale: subscription.locale }),
    ),
    shipping_methods: charges.shipping ? [charges.shipping] : [],
    metadata: {
      billing_renewal_id: ids.renewal,
      billing_subscription_id: subscription.id,
      billing_cycle: decision.cycle,
      ...(subscription.purchase_order_number ? { purchase_order_number: subscription.purchase_order_number } : {}),
    },
  }
}

function orderLine(
  item: BilledItem,
  decision: BillDecision,
  { taxLines, discounts, ...of }: RenewalCharges & { currencyCode: string; locale: string | null },
): RenewalOrderLine {
  const repeated: RepeatedFields = Object.fromEntries(
    REPEATED.map((field) => [field, item.snapshot[field] ?? undefined]),
  )
  return {
    ...repeated,
    id: renewalLineId(item.id, decision.cycle),
    title: item.title,
    quantity: item.quantity,
    product_id: item.product_id,
    variant_id: item.kind === "option" ? undefined : item.variant_id,
    unit_price: item.unit_price,
    is_tax_inclusive: item.is_tax_inclusive,
    tax_lines: taxLines.get(item.id) ?? [],
    adjustments: withPart(item, decision, { discounts: discounts.get(item.id) ?? [], ...of }).map(
      ({ name, amount, providerId }) => ({
        amount,
        description: name,
        code: name,
        provider_id: providerId,
        is_tax_inclusive: item.is_tax_inclusive,
      }),
    ),
    metadata: metadataOf(item, decision),
  }
}

/** A line that has a record says so by its key, as those of a cart do. */
function metadataOf(item: BilledItem, { cycle, periodStart, periodEnd }: BillDecision): JsonObject {
  const period = { billing_period_start: periodStart, billing_period_end: periodEnd }
  return item.line_record_id === null ? period : withLineKey(period, renewalLineKey(item.id, cycle))
}

/** An address row belongs to one order: the copy gets an id of its own. */
function addressOf(address: JsonObject | null): JsonObject | undefined {
  if (!address) {
    return undefined
  }
  const { id: _id, created_at: _created, updated_at: _updated, deleted_at: _deleted, ...fields } = address
  return fields
}
