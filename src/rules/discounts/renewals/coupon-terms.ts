import { add, compare, isZero, sum, taxedAs, type Decimal } from "../../money"
import type { OrderDiscountBase, RenewalTerms } from "../states"
import type { RecurringDiscount } from "./recurring-discount"

/** A promotion with a code, and what the merchant has said of renewals (B28). */
export interface CouponFacts {
  promotionId: string
  code: string
  renewals: RenewalTerms
  renewalCycles: number | null
  type: "percentage" | "fixed"
  value: Decimal
  /** `each`: of each unit; else an amount is shared by the lines. */
  allocation: "each" | "across" | "once" | null
  /** Units that it is given on; null: all. */
  maxQuantity: number | null
  isTaxInclusive: boolean
  /** It is aimed at some lines only. */
  isTargeted: boolean
}

/** The order in which Medusa applies promotions: the greatest number first, whatever it is of. Of two alike, by their codes. */
export const inOrder = (coupons: readonly CouponFacts[]): CouponFacts[] =>
  [...coupons].sort((a, b) => compare(b.value, a.value) || (a.code < b.code ? -1 : 1))

/** An ordered line. `taken`: what the promotion took off it, taxed as its price is; null: nothing was left to take. */
export interface CouponedLine {
  quantity: number
  isTaxInclusive: boolean
  /** The sum of its tax rates, in percent. */
  taxRate: Decimal
  taken: Decimal | null
}

/**
 * What a subscription goes on with of a code (B28): the percentage or the amount of each unit, or else this line's share
 * of the amount. null: nothing. A line of which nothing was left, as in a trial, has it where it is aimed at all lines:
 * its first bill is of the first cycle.
 */
export function couponTerms(coupon: CouponFacts, line: CouponedLine): RecurringDiscount | null {
  const { renewals, renewalCycles, promotionId, code: name } = coupon
  const isOnTrial = line.taken === null
  if ((renewals === "first_only" && !isOnTrial) || (isOnTrial && coupon.isTargeted)) {
    return null
  }
  const amount = amountOf(coupon, line)
  if (amount === null || isZero(amount.value)) {
    return null
  }
  const base: OrderDiscountBase = "remaining"
  return {
    ...{ source: "order", discountId: null, name, ...amount, renewals, renewalCycles },
    ...{ base, cappedAt: null, promotionId },
  }
}

function amountOf(
  { type, value, allocation, maxQuantity, isTaxInclusive }: CouponFacts,
  line: CouponedLine,
): Pick<RecurringDiscount, "mode" | "value" | "per"> | null {
  const isOfAllUnits = allocation !== "once" && (maxQuantity === null || maxQuantity >= line.quantity)
  if (type === "percentage" && isOfAllUnits) {
    return { mode: "percent", value, per: "unit" }
  }
  if (type === "fixed" && allocation === "each" && isOfAllUnits) {
    return { mode: "fixed", value: taxedAs(value, { isTaxInclusive, taxRate: line.taxRate }, line), per: "unit" }
  }
  return line.taken === null ? null : { mode: "fixed", value: line.taken, per: "article" }
}

/** What a promotion took off a line, taxed as the line's price is; null: nothing. */
export function takenByCoupon(
  adjustments: readonly { promotionId: string | null; amount: Decimal; isTaxInclusive: boolean }[],
  promotionId: string,
  { isTaxInclusive, taxRate }: Pick<CouponedLine, "isTaxInclusive" | "taxRate">,
): Decimal | null {
  const own = adjustments.filter((one) => one.promotionId === promotionId)
  return own.length
    ? sum(own.map((one) => taxedAs(one.amount, { isTaxInclusive: one.isTaxInclusive, taxRate }, { isTaxInclusive })))
    : null
}

/** The sum of tax rates, in percent. */
export const rateOf = (taxLines: readonly { rate: Decimal }[]): Decimal =>
  taxLines.reduce((all, { rate }) => add(all, rate), "0")
