import { exact, type Decimal } from "./decimal"
import { minorUnits } from "./minor-units"
import { round } from "./round"
import { splitUnits } from "./split-units"

/** Weights as whole numbers in the same proportion. */
function wholeWeights(weights: readonly Decimal[]): bigint[] {
  const read = weights.map((weight) => exact(weight))
  if (read.some((weight) => weight.isNegative() && !weight.isZero())) {
    throw new RangeError("a weight cannot be negative")
  }
  const scale = Math.max(0, ...read.map((weight) => weight.decimalPlaces() ?? 0))
  return read.map((weight) => BigInt(weight.shiftedBy(scale).toFixed()))
}

/**
 * Splits an amount by weights so that the parts make the whole: each gets its share rounded down to the minor unit,
 * and what is left goes by single units to the largest remainders, ties to the earlier part. Weights that are all
 * zero split evenly; a negative amount is split as its opposite. The amount is rounded to the minor unit first.
 * Throws RangeError on a negative weight, and where there is an amount but nobody to take it.
 */
export function allocate(amount: Decimal, weights: readonly Decimal[], currency: string): Decimal[] {
  const digits = minorUnits(currency)
  const whole = exact(round(amount, currency)).shiftedBy(digits)
  if (weights.length === 0 && !whole.isZero()) {
    throw new RangeError(`there is nothing to split ${amount} over`)
  }
  const parts = splitUnits(BigInt(whole.abs().toFixed()), wholeWeights(weights))
  const sign = whole.isNegative() ? -1n : 1n
  return parts.map((part) =>
    round(
      exact(String(sign * part))
        .shiftedBy(-digits)
        .toFixed(),
      currency,
    ),
  )
}
