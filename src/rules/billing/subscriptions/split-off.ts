import type { RecurringTerms } from "../renewals/recurring-terms"
import { agreedColumns } from "./agreed-columns"
import type { NewSubscription, WholeItem, WholeSubscription } from "./whole-subscription"

export type { NewSubscription, OrderedTerms, WholeItem, WholeSubscription } from "./whole-subscription"

/** What of an item goes to another subscription. */
export interface MovedItem {
  /** The id of the new item. */
  id: string
  item: WholeItem
  quantity: number
  /** The item's discounts for these units. */
  discounts: RecurringTerms[]
}

/** A subscription on the terms and dates of another, for so many units of some of its items (B20). */
export function splitOff(row: WholeSubscription, id: string, moved: readonly MovedItem[]): NewSubscription {
  const newIds = new Map(moved.map((one) => [one.item.id, one.id]))
  return {
    row: { ...agreedColumns(row), ...ownedColumns(row), id },
    items: moved.map(({ id: itemId, item, quantity, discounts }) => ({
      id: itemId,
      subscription_id: id,
      kind: item.kind,
      parent_id: item.parent_id === null ? null : (newIds.get(item.parent_id) ?? null),
      is_hidden: item.is_hidden,
      is_listed: item.is_listed,
      position: item.position,
      line_record_id: item.line_record_id,
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
    })),
  }
}

/** What only the plugin reads of a subscription: the way to its cart, its method and addresses. */
const ownedColumns = (
  row: WholeSubscription,
): Pick<
  WholeSubscription,
  | "cart_id"
  | "moved_in_price"
  | "part_from"
  | "whole_from"
  | "part_bills"
  | "end_cycle"
  | "billing_day"
  | "billing_month"
  | "minimum_term_on"
  | "retained_on"
  | "notice_unit"
  | "notice_count"
  | "paused_on"
  | "paused_until"
  | "paused_days"
  | "payment_method"
  | "shipping_address"
  | "billing_address"
> => ({
  cart_id: row.cart_id,
  ...(row.moved_in_price ? { moved_in_price: row.moved_in_price } : {}),
  ...(row.part_bills === undefined ? {} : { part_bills: row.part_bills }),
  ...(row.part_from ? { part_from: row.part_from } : {}),
  ...(row.whole_from ? { whole_from: row.whole_from } : {}),
  ...(row.end_cycle ? { end_cycle: row.end_cycle } : {}),
  ...(row.billing_day ? { billing_day: row.billing_day, billing_month: row.billing_month ?? null } : {}),
  ...(row.retained_on ? { retained_on: row.retained_on } : {}),
  ...(row.minimum_term_on ? { minimum_term_on: row.minimum_term_on } : {}),
  ...(row.notice_unit ? { notice_unit: row.notice_unit, notice_count: row.notice_count ?? null } : {}),
  ...(row.paused_on ? pauseOf(row) : {}),
  payment_method: row.payment_method,
  shipping_address: row.shipping_address,
  billing_address: row.billing_address,
})

/** A pause goes on for the units that were split off. */
const pauseOf = ({ paused_on = null, paused_until = null, paused_days = null }: WholeSubscription) => ({
  paused_on,
  paused_until,
  paused_days,
})
