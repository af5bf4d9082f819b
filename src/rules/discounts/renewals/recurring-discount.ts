import { allocate, type Decimal } from "../../money"
import type { OrderDiscountBase } from "../states"
import type { DiscountedLine, GrantedDiscount } from "../types"

/**
 * A discount as a subscription keeps it from its sale (B28), with all that its renewals need: neither the discount nor
 * the settings are asked again.
 */
export interface RecurringDiscount extends GrantedDiscount {
  /** The setting under which it was sold. */
  base: OrderDiscountBase
  /** The share of the line's price that a cap left to all discounts together: `amount` of `price`; null: no cap did. */
  cappedAt: { amount: Decimal; price: Decimal } | null
}

export interface GrantTerms {
  orderDiscountBase: OrderDiscountBase
  /** A line on trial: its first cycle is billed by a renewal, so what is for the first cycle only is still to be given. */
  isOnTrial: boolean
}

/**
 * What a subscription goes on with of a sold line's discounts. An amount that counts once for the article is kept as this
 * line's own share of it: the article's other lines are subscriptions of their own, and none of them gives it twice.
 */
export function recurringDiscounts(
  line: DiscountedLine,
  { orderDiscountBase, isOnTrial }: GrantTerms,
): RecurringDiscount[] {
  const isCapped = line.cappedBy === "max_discount" || line.cappedBy === "min_margin"
  const cappedAt = isCapped ? { amount: line.amount, price: line.price } : null
  return line.discounts
    .filter(({ renewals }) => isOnTrial || renewals !== "first_only")
    .map(({ amount, ...granted }) => ({
      ...granted,
      value: isOnce(granted) ? amount : granted.value,
      base: orderDiscountBase,
      cappedAt,
    }))
}

/** What two subscriptions keep when units of one are made into the other: what counts once is shared by their units. */
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
