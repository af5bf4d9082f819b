import type { CivilDate, Interval } from "../../calendar"
import { add, isNegative, multiply, multiplyRatio, sum, type Decimal } from "../../money"
import { UNITS_PER_YEAR } from "../offers/fill-cycles"
import type { SubscriptionStatus } from "../states"

/** A line of the next renewal, whole: as if nothing of its period were billed already. */
export interface FiguredLine {
  /** Price × quantity, less the discounts that apply at the next renewal. */
  amount: Decimal
  isTaxInclusive: boolean
  /** In percent, all its taxes together. */
  taxRate: Decimal
}

export interface FiguredSubscription {
  status: SubscriptionStatus
  interval: Interval
  currencyCode: string
  cancelOn: CivilDate | null
  lines: readonly FiguredLine[]
  /** The day on which it is due next; null: never again, or not as things stand. */
  renewsOn: CivilDate | null
}

/** What one subscription adds to the figures (B60). */
export interface SubscriptionFigure {
  /** Active or past due: it counts. */
  isActive: boolean
  /** The net recurring price a month, after discounts and before tax; 0 where it does not count. */
  mrr: Decimal
  /** What of it is set to end: it is canceled, or nothing of it is billed again, as in its last cycle (B5b). */
  atRisk: Decimal
  renewsOn: CivilDate | null
  /** What the next renewal comes to, net. */
  renewalAmount: Decimal
}

const COUNTED: readonly SubscriptionStatus[] = ["active", "past_due"]

/** The figures of a subscription. A month is B9's: a year has 12 of them, 52 weeks, 365 days. Each amount is rounded once. */
export function subscriptionFigure(subscription: FiguredSubscription): SubscriptionFigure {
  const { status, interval, currencyCode, cancelOn, renewsOn } = subscription
  const isActive = COUNTED.includes(status)
  const net = (numerator: number, denominator: number): Decimal =>
    sum(
      byTax(subscription.lines).map(({ amount, taxRate }) =>
        multiplyRatio(
          amount,
          { numerator: numerator * 100, denominator: multiplied(taxRate, denominator) },
          currencyCode,
        ),
      ),
    )
  const mrr = isActive ? net(UNITS_PER_YEAR[interval.unit], 12 * interval.count) : "0"
  return {
    isActive,
    mrr,
    atRisk: cancelOn === null && renewsOn !== null ? "0" : mrr,
    renewsOn,
    renewalAmount: renewsOn === null ? "0" : net(1, 1),
  }
}

/** (100 + rate) × denominator: a net price has no tax in it to be taken out. */
const multiplied = (taxRate: Decimal, denominator: number): Decimal => multiply(add("100", taxRate), denominator)

/** The lines' amounts by the tax that is in them, so that each sum is rounded once. */
function byTax(lines: readonly FiguredLine[]): { amount: Decimal; taxRate: Decimal }[] {
  const sums = new Map<Decimal, Decimal>()
  for (const { amount, isTaxInclusive, taxRate } of lines) {
    const rate = isTaxInclusive ? taxRate : "0"
    sums.set(rate, add(sums.get(rate) ?? "0", isNegative(amount) ? "0" : amount))
  }
  return [...sums].map(([taxRate, amount]) => ({ taxRate, amount }))
}
