import { compareDates, daysBetween, type CivilDate, type Period } from "../../calendar"
import { isNegative, multiplyRatio, negate, round, subtract, type Decimal } from "../../money"

/** What was charged last for the rest of a period: net of discounts, without fees, in major units. */
export interface PaidStretch extends Period {
  amount: Decimal
}

export interface ProrationFacts {
  /** The whole period in which the change is made. */
  period: Period
  /** What covers the days until the period's end now. */
  paid: PaidStretch
  /** The new price of a whole period, net of discounts. */
  price: Decimal
  /** The first day of the new price. */
  changeOn: CivilDate
  currency: string
}

/** All amounts are rounded to the currency's minor unit; credit and charge are rounded each by itself. */
export interface Proration {
  /** Unused days of the paid stretch, and the days of the whole period. */
  days: { unused: number; paid: number; period: number }
  credit: Decimal
  charge: Decimal
  /** What is to be paid: the charge less the credit, never below zero. */
  due: Decimal
  /** What of the credit is left over. */
  toBalance: Decimal
}

/**
 * A change within a period of the same length (B25): what was paid for the unused days is credited, and the new price of
 * those days is charged. A second change credits what the first one charged, as that is what was paid for them. Throws
 * RangeError where the date is not within both the period and the paid stretch.
 */
export function prorate({ period, paid, price, changeOn, currency }: ProrationFacts): Proration {
  if (!isWithin(changeOn, period) || !isWithin(changeOn, paid) || paid.end !== period.end) {
    throw new RangeError(`${changeOn} is not within the paid days of the period from ${period.start} to ${period.end}`)
  }
  const days = {
    unused: daysBetween(changeOn, period.end),
    paid: daysBetween(paid.start, paid.end),
    period: daysBetween(period.start, period.end),
  }
  const credit = multiplyRatio(paid.amount, { numerator: days.unused, denominator: days.paid }, currency)
  const charge = multiplyRatio(price, { numerator: days.unused, denominator: days.period }, currency)
  return { days, ...balanceOf({ credit, charge }, currency) }
}

/** What a credit and a charge come to. */
export function balanceOf(
  { credit, charge }: { credit: Decimal; charge: Decimal },
  currency: string,
): Pick<Proration, "credit" | "charge" | "due" | "toBalance"> {
  const difference = subtract(charge, credit)
  const zero = round("0", currency)
  return isNegative(difference)
    ? { credit, charge, due: zero, toBalance: round(negate(difference), currency) }
    : { credit, charge, due: round(difference, currency), toBalance: zero }
}

const isWithin = (date: CivilDate, { start, end }: Period): boolean =>
  compareDates(start, date) <= 0 && compareDates(date, end) < 0
