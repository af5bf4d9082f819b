import { exact, written, type Decimal } from "./decimal"

/** Rounds half away from zero to so many digits after the point, whatever the currency's minor unit is. */
export function roundToDigits(amount: Decimal, digits: number): Decimal {
  return written(exact(amount).decimalPlaces(digits))
}
