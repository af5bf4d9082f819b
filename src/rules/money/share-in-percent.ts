import { exact, written, type Decimal } from "./decimal"

/** What share of the whole a part is, in percent with at most one decimal: "16.7", "10". */
export function shareInPercent(part: Decimal, whole: Decimal): Decimal {
  if (exact(whole).isZero()) {
    throw new RangeError("nothing is a share of zero")
  }
  return written(exact(part).times(100).div(exact(whole)).decimalPlaces(1))
}
