import { exact, type Decimal } from "./decimal"
import { minorUnits } from "./minor-units"
import { round } from "./round"

/** Weights as whole numbers in the same proportion; all zero means: evenly. */
function wholeWeights(weights: readonly Decimal[]): bigint[] {
  const read = weights.map((weight) => exact(weight))
  if (read.some((weight) => weight.isNegative() && !weight.isZero())) {
    throw new RangeError("a weight cannot be negative")
  }
  const scale = Math.max(0, ...read.map((weight) => weight.decimalPlaces() ?? 0))
  const whole = read.map((weight) => BigInt(weight.shiftedBy(scale).toFixed()))
  return whole.some((weight) => weight > 0n) ? whole : whole.map(() => 1n)
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
  const shares = wholeWeights(weights)
  const total = shares.reduce((a, b) => a + b, 0n)
  const units = BigInt(whole.abs().toFixed())
  const parts = shares.map((weight, index) => ({
    index,
    units: (units * weight) / total,
    remainder: (units * weight) % total,
  }))
  const left = units - parts.reduce((a, part) => a + part.units, 0n)
  // Array.sort is stable, so that ties stay in the order of the parts.
  const byRemainder = [...parts].sort((a, b) => (a.remainder < b.remainder ? 1 : a.remainder > b.remainder ? -1 : 0))
  byRemainder.slice(0, Number(left)).forEach((part) => (part.units += 1n))
  const sign = whole.isNegative() ? -1n : 1n
  return parts.map((part) =>
    round(
      exact(String(sign * part.units))
        .shiftedBy(-digits)
        .toFixed(),
      currency,
    ),
  )
}
