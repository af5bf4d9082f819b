import type { CreateOrderDTO, CreateOrderLineItemDTO } from "@medusajs/framework/types"
import type { SubscriptionItemRow } from "../../../modules/billing"
import type { BillDecision } from "../../../rules/billing"
import type { Decimal } from "../../../rules/money"
import type { BilledSubscription } from "./billed-subscription"
import { adjustmentsOfRenewal, type RenewalAdjustment } from "./renewal-discounts"
import { renewalIds, renewalLineId } from "./renewal-ids"
import type { TaxLinesByItem } from "./renewal-taxes"

export type RenewalOrder = Omit<CreateOrderDTO, "items"> & { id: string; items: RenewalOrderLine[] }
/** Amounts as the exact strings that they are in the terms. */
export type RenewalOrderLine = Omit<CreateOrderLineItemDTO, "adjustments"> & {
  id: string
  unit_price: Decimal
  quantity: number
  adjustments: RenewalAdjustment[]
}

/**
 * The Medusa order of one renewal, under the terms that the subscription was sold with (B22). The billing run creates
 * it; the preview of the upcoming invoice shows it.
 */
export function composeRenewalOrder(
  subscription: BilledSubscription,
  decision: BillDecision,
  taxLines: TaxLinesByItem,
): RenewalOrder {
  const ids = renewalIds(subscription.id, decision.cycle)
  return {
    id: ids.order,
    status: "pending",
    region_id: subscription.region_id ?? undefined,
    customer_id: subscription.customer_id ?? undefined,
    sales_channel_id: subscription.sales_channel_id ?? undefined,
    email: subscription.email ?? undefined,
    currency_code: subscription.currency_code,
    locale: subscription.locale,
    shipping_address: addressOf(subscription.shipping_address),
    billing_address: addressOf(subscription.billing_address),
    items: subscription.items.map((item) => orderLine(item, { subscription, decision, taxLines })),
    metadata: {
      billing_renewal_id: ids.renewal,
      billing_subscription_id: subscription.id,
      billing_cycle: decision.cycle,
    },
  }
}

/** The parts of the sold line that a renewal's line repeats. */
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

interface Renewal {
  subscription: BilledSubscription
  decision: BillDecision
  taxLines: TaxLinesByItem
}

function orderLine(item: SubscriptionItemRow, { subscription, decision, taxLines }: Renewal): RenewalOrderLine {
  const repeated = Object.fromEntries(REPEATED.map((field) => [field, item.snapshot[field] ?? undefined]))
  return {
    ...repeated,
    id: renewalLineId(item.id, decision.cycle),
    title: item.title,
    quantity: item.quantity,
    product_id: item.product_id,
    variant_id: item.variant_id,
    unit_price: item.unit_price,
    is_tax_inclusive: item.is_tax_inclusive,
    tax_lines: taxLines.get(item.id) ?? [],
    adjustments: adjustmentsOfRenewal(item, { cycle: decision.cycle, currencyCode: subscription.currency_code }),
    metadata: { billing_period_start: decision.periodStart, billing_period_end: decision.periodEnd },
  }
}

/** An address row belongs to one order: the copy gets an id of its own. */
function addressOf(address: Record<string, unknown> | null): Record<string, unknown> | undefined {
  if (!address) {
    return undefined
  }
  const { id: _id, created_at: _created, updated_at: _updated, deleted_at: _deleted, ...fields } = address
  return fields
}
