import { exact, type Decimal } from "./decimal"
import { minorUnits } from "./minor-units"
import { round } from "./round"

/** amount × numerator ÷ denominator, rounded once: the fraction is never rounded before the amount is. */
export function multiplyRatio(
  amount: Decimal,
  ratio: { numerator: Decimal | number; denominator: Decimal | number },
  currency: string,
): Decimal {
  const denominator = exact(ratio.denominator)
  if (denominator.isZero()) {
    throw new RangeError("a ratio's denominator cannot be zero")
  }
  const digits = minorUnits(currency)
  const dividend = exact(amount).times(exact(ratio.numerator)).shiftedBy(digits)
  const whole = dividend.dividedToIntegerBy(denominator)
  const rest = dividend.minus(whole.times(denominator))
  const isHalfOrMore = rest.abs().times(2).gte(denominator.abs())
  const away = dividend.isNegative() === denominator.isNegative() ? 1 : -1
  return round(
    whole
      .plus(isHalfOrMore ? away : 0)
      .shiftedBy(-digits)
      .toFixed(),
    currency,
  )
}
