import { compareDates, daysBetween, type CivilDate } from "../../calendar"
import { multiplyRatio, round, type Decimal } from "../../money"
import type { PaidStretch } from "./prorate"

/** What was paid for the days from a date on, rounded; all of it before the stretch begins, nothing after its end. */
export function unusedCredit(paid: PaidStretch, from: CivilDate, currency: string): Decimal {
  if (compareDates(from, paid.end) >= 0) {
    return round("0", currency)
  }
  const start = compareDates(from, paid.start) < 0 ? paid.start : from
  const ratio = { numerator: daysBetween(start, paid.end), denominator: daysBetween(paid.start, paid.end) }
  return multiplyRatio(paid.amount, ratio, currency)
}
