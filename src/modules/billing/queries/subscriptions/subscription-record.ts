import { generateEntityId } from "@medusajs/framework/utils"
import type { SubscriptionItemKind } from "../../../../rules/billing"
import type { CivilDate } from "../../../../rules/calendar"
import type { RecurringDiscount } from "../../../../rules/discounts/renewals/recurring-discount"
import type { SubscriptionItemRow, SubscriptionRow } from "../../rows"

/** Every column of a subscription that says something about it (the workers' claims are their own business). */
export interface SubscriptionRecord extends SubscriptionRow {
  cart_id: string | null
  cancel_reason: string | null
  canceled_on: CivilDate | null
  ended_on: CivilDate | null
  created_at: Date
}

export interface SubscriptionItemRecord extends SubscriptionItemRow {
  kind: SubscriptionItemKind
  offer_id: string
  cycle_id: string
  order_line_id: string | null
  split_from_id: string | null
}

/** A subscription that is to be inserted: the database gives its time, and the number that people call it by. */
export interface NewSubscription {
  row: Omit<SubscriptionRecord, "display_id" | "created_at">
  items: SubscriptionItemRecord[]
}

interface NewUnits {
  id: string
  item: SubscriptionItemRecord
  quantity: number
  /** What the units keep of the item's discounts. */
  discounts: RecurringDiscount[]
}

/** A subscription on the terms and dates of another, for so many units of one of its items. */
export function newSubscriptionFrom(
  row: SubscriptionRecord,
  { id, item, quantity, discounts }: NewUnits,
): NewSubscription {
  return {
    row: {
      id,
      status: row.status,
      payment_type: row.payment_type,
      customer_id: row.customer_id,
      email: row.email,
      order_id: row.order_id,
      cart_id: row.cart_id,
      region_id: row.region_id,
      sales_channel_id: row.sales_channel_id,
      currency_code: row.currency_code,
      locale: row.locale,
      interval_unit: row.interval_unit,
      interval_count: row.interval_count,
      anchor_on: row.anchor_on,
      next_cycle: row.next_cycle,
      period_start: row.period_start,
      period_end: row.period_end,
      next_due_on: row.next_due_on,
      trial_end_on: row.trial_end_on,
      expires_on: row.expires_on,
      cancel_on: row.cancel_on,
      cancel_reason: row.cancel_reason,
      canceled_on: row.canceled_on,
      ended_on: row.ended_on,
      collection_method: row.collection_method,
      payment_provider_id: row.payment_provider_id,
      payment_method: row.payment_method,
      shipping_address: row.shipping_address,
      billing_address: row.billing_address,
    },
    items: [
      {
        id: generateEntityId(undefined, "bsi"),
        subscription_id: id,
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
      },
    ],
  }
}
