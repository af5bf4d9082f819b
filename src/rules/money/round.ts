import { exact, type Decimal } from "./decimal"
import { minorUnits } from "./minor-units"

/** Rounds half away from zero to the currency's minor unit and pads to it: `round("2.5", "eur")` is "2.50". */
export function round(amount: Decimal, currency: string): Decimal {
  const digits = minorUnits(currency)
  const rounded = exact(amount).decimalPlaces(digits)
  return rounded.isZero() ? rounded.abs().toFixed(digits) : rounded.toFixed(digits)
}
