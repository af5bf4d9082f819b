import BigNumber from "bignumber.js"
import { exact, type Decimal } from "../decimal"
import { minorUnits } from "../minor-units"
import { round } from "../round"

/**
 * Rounds amounts to the minor unit so that they add up to a total: each is rounded down, and the units that are missing
 * go to the largest remainders, ties to the earlier. The total is to be the amounts' own sum, rounded. Throws RangeError
 * if it is further away than roundings can explain.
 */
export function roundToSum(amounts: readonly Decimal[], total: Decimal, currency: string): Decimal[] {
  const digits = minorUnits(currency)
  const parts = amounts.map((amount, index) => {
    const units = exact(amount).shiftedBy(digits)
    const whole = units.integerValue(BigNumber.ROUND_FLOOR)
    return { index, whole, remainder: units.minus(whole) }
  })
  const floor = parts.reduce((all, { whole }) => all.plus(whole), exact("0"))
  const missing = exact(round(total, currency)).shiftedBy(digits).minus(floor)
  if (missing.isLessThan(0) || missing.isGreaterThan(amounts.length)) {
    throw new RangeError(`the parts do not add up to ${round(total, currency)}`)
  }
  const byRemainder = [...parts].sort((a, b) => b.remainder.comparedTo(a.remainder) ?? 0)
  const raised = new Set(byRemainder.slice(0, missing.toNumber()).map(({ index }) => index))
  return parts.map(({ index, whole }) =>
    round(
      whole
        .plus(raised.has(index) ? 1 : 0)
        .shiftedBy(-digits)
        .toFixed(),
      currency,
    ),
  )
}
