import { compareDates, cycleDate, daysBetween, type CivilDate, type Interval, type Period } from "../../calendar"
import { multiplyRatio, type Decimal } from "../../money"

/** The day on which all subscriptions of an offer are billed (B5a). */
export interface BillingDay {
  /** 1 to 31; where a month lacks it, the month's last day. */
  day: number
  /** 1 to 12: the month that quarters and years are counted from. */
  month: number
}

export interface FirstDates {
  /** From the day of the order to the next billing day. */
  period: Period
  /** The whole period in which it lies. */
  whole: Period
}

/** Whole periods that begin on billing days. */
export interface AlignedPeriod extends FirstDates {
  /** Cycle n ≥ 1 starts on `cycleDate(anchorOn, interval, n - anchorCycle)`: cycle 1 on `period.end`. */
  anchorOn: CivilDate
  anchorCycle: number
}

export interface FirstPeriod extends AlignedPeriod {
  /** Of a whole period's price, rounded. */
  price: Decimal
}

interface Ordered {
  orderedOn: CivilDate
  interval: Interval
  billingDay: BillingDay
}

/** Whether cycles of this interval have a billing day. */
export const hasBillingDay = ({ unit }: Interval): boolean => unit === "month" || unit === "year"

/**
 * The first period of an offer with a billing day (B5a): its price is prorated by the actual days of the whole period it
 * lies in. An order on the billing day pays for a whole period. Throws RangeError for intervals of days and weeks, which
 * have no billing day.
 */
export function firstPeriod(ordered: Ordered, { price, currency }: { price: Decimal; currency: string }): FirstPeriod {
  const aligned = alignedPeriod(ordered)
  return { ...aligned, price: multiplyRatio(price, partRatio(aligned), currency) }
}

/** The days that are paid for, of those of the whole period. */
export const partRatio = ({ period, whole }: FirstDates): { numerator: number; denominator: number } => ({
  numerator: daysBetween(period.start, period.end),
  denominator: daysBetween(whole.start, whole.end),
})

/** The period from a date to the next billing day, the whole one that it lies in, and the anchor of all; `firstPeriod` without a price. */
export function alignedPeriod({ orderedOn, interval, billingDay }: Ordered): AlignedPeriod {
  const startOf = billingDates({ before: orderedOn, interval, billingDay })
  let n = 0
  while (compareDates(startOf(n + 1), orderedOn) <= 0) {
    n += 1
  }
  const whole = { start: startOf(n), end: startOf(n + 1) }
  const period = { start: orderedOn, end: whole.end }
  const anchor = anchorIn(startOf, n, billingDay)
  return {
    period,
    whole,
    anchorOn: startOf(anchor),
    anchorCycle: anchor - n,
  }
}

const YEAR_OF = /^\d{4}/
const MONTHS_A_YEAR = 12

/** The start of the nth whole period; 0 is the last one counted from the year's own month that is not after the date. */
function billingDates({
  before,
  interval,
  billingDay: { day, month },
}: {
  before: CivilDate
  interval: Interval
  billingDay: BillingDay
}): (n: number) => CivilDate {
  if (!hasBillingDay(interval)) {
    throw new RangeError(`a cycle of ${interval.count} ${interval.unit}s has no billing day`)
  }
  const months = interval.unit === "year" ? MONTHS_A_YEAR * interval.count : interval.count
  // January has all the days that a month may have, so none is lost by counting from it.
  const january = `${YEAR_OF.exec(before)?.[0]}-01-${String(day).padStart(2, "0")}`
  const monthsLater = (count: number): CivilDate => cycleDate(january, { unit: "month", count: 1 }, count)
  const first = compareDates(monthsLater(month - 1), before) <= 0 ? month - 1 : month - 1 - MONTHS_A_YEAR
  return (n) => monthsLater(first + n * months)
}

/** The latest period up to the nth that starts on the billing day itself, from which counting never loses it; else the nth. */
function anchorIn(startOf: (n: number) => CivilDate, nth: number, { day }: BillingDay): number {
  for (let n = nth; n > nth - MONTHS_A_YEAR; n -= 1) {
    if (Number(startOf(n).slice(-2)) === day) {
      return n
    }
  }
  return nth
}
