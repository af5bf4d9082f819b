import type { RecurringTerms } from "../renewals/recurring-terms"
import { agreedColumns } from "./agreed-columns"
import type { NewSubscription, WholeItem, WholeSubscription } from "./whole-subscription"

export type { NewSubscription, OrderedTerms, WholeItem, WholeSubscription } from "./whole-subscription"

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
