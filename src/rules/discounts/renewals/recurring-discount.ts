import { allocate, type Decimal } from "../../money"
import type { OrderDiscountBase } from "../states"
import type { DiscountedLine, GrantedDiscount } from "../types"

/**
 * A discount as a subscription stores it (B28), with all that its renewals need: neither the discount nor the settings
 * are read again.
 */
export interface RecurringDiscount extends GrantedDiscount {
  /** The store's setting when it was ordered. */
  base: OrderDiscountBase
  /** If the line's discounts were capped: `amount` of `price`, all discounts together. Null: they were not. */
  cappedAt: { amount: Decimal; price: Decimal } | null
}

export interface GrantTerms {
  orderDiscountBase: OrderDiscountBase
  /** A line on trial: a renewal bills its first cycle, so discounts for the first cycle only apply there. */
  isOnTrial: boolean
}

/**
 * The discounts of an ordered line that its subscription goes on with. An amount that counts once for the article is
 * stored as this line's share of it, because the article's other lines are subscriptions of their own.
 */
export function recurringDiscounts(
  line: DiscountedLine,
  { orderDiscountBase, isOnTrial }: GrantTerms,
): RecurringDiscount[] {
  const isCapped = line.cappedBy === "max_discount" || line.cappedBy === "min_margin"
  const cappedAt = isCapped ? { amount: line.amount, price: line.price } : null
  const own = line.discounts.filter(({ ofBundle }) => !ofBundle)
  return [
    ...own.map(({ amount, ...granted }) => ({ ...granted, value: isOnce(granted) ? amount : granted.value })),
    ...(line.ofBundle ?? []),
  ]
    .filter(({ renewals }) => isOnTrial || renewals !== "first_only")
    .map((granted) => ({ ...granted, base: orderDiscountBase, cappedAt }))
}

/** The discounts of two subscriptions when units are split off: an amount that counts once is shared by units. */
export function splitRecurring(
  recurring: readonly RecurringDiscount[],
  units: { keep: number; move: number },
  currencyCode: string,
): { keep: RecurringDiscount[]; move: RecurringDiscount[] } {
  const sharesOf = (one: RecurringDiscount): Decimal[] =>
    isOnce(one) ? allocate(one.value, [String(units.keep), String(units.move)], currencyCode) : [one.value, one.value]
  const side = (index: number): RecurringDiscount[] =>
    recurring.map((one) => ({ ...one, value: sharesOf(one)[index] ?? one.value }))
  return { keep: side(0), move: side(1) }
}

const isOnce = ({ mode, per }: Pick<GrantedDiscount, "mode" | "per">): boolean => mode === "fixed" && per === "article"
