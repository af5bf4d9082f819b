import type { CivilDate } from "../../calendar"
import type { Decimal } from "../../money"
import type { RecurringTerms } from "../renewals/recurring-terms"
import type { BilledItem } from "../renewals/renewal-order"
import type { SubscriptionItemKind } from "../states"
import { agreedColumns } from "./agreed-columns"
import type { SubscriptionColumns } from "./subscription-columns"

/** Every column of a subscription except the workers' claims. */
export interface WholeSubscription extends SubscriptionColumns {
  customer_id: string | null
  email: string | null
  order_id: string
  cart_id: string | null
  region_id: string | null
  sales_channel_id: string | null
  currency_code: string
  locale: string | null
  trial_end_on: CivilDate | null
  cancel_reason: string | null
  canceled_on: CivilDate | null
  ended_on: CivilDate | null
  payment_provider_id: string | null
  shipping_address: Record<string, unknown> | null
  billing_address: Record<string, unknown> | null
}

export interface WholeItem extends BilledItem {
  subscription_id: string
  kind: SubscriptionItemKind
  offer_id: string
  cycle_id: string
  order_line_id: string | null
  split_from_id: string | null
  /** What it has followed of its order line; null for units that were split off. */
  ordered: OrderedTerms | null
}

/** The order line as a subscription's item has followed it. */
export interface OrderedTerms {
  quantity: number
  unit_price: Decimal
  is_tax_inclusive: boolean
}

/** A subscription to insert; the database sets its times and its display number. */
export interface NewSubscription {
  row: WholeSubscription
  items: WholeItem[]
}

export interface UnitsToMove {
  /** The ids of the new subscription and of its item. */
  ids: { subscription: string; item: string }
  item: WholeItem
  quantity: number
  /** The item's discounts for these units. */
  discounts: RecurringTerms[]
}

/** A subscription on the terms and dates of another, for so many units of one of its items (B20). */
export function splitOff(row: WholeSubscription, { ids, item, quantity, discounts }: UnitsToMove): NewSubscription {
  return {
    row: { ...agreedColumns(row), ...ownedColumns(row), id: ids.subscription },
    items: [
      {
        id: ids.item,
        subscription_id: ids.subscription,
        kind: item.kind,
        quantity,
        offer_id: item.offer_id,
        cycle_id: item.cycle_id,
        product_id: item.product_id,
        variant_id: item.variant_id,
        title: item.title,
        unit_price: item.unit_price,
        is_tax_inclusive: item.is_tax_inclusive,
        snapshot: item.snapshot,
        discounts,
        order_line_id: null,
        split_from_id: item.id,
        ordered: null,
      },
    ],
  }
}

/** What only the plugin reads of a subscription: the way to its cart, its method and addresses. */
const ownedColumns = (
  row: WholeSubscription,
): Pick<WholeSubscription, "cart_id" | "payment_method" | "shipping_address" | "billing_address"> => ({
  cart_id: row.cart_id,
  payment_method: row.payment_method,
  shipping_address: row.shipping_address,
  billing_address: row.billing_address,
})
