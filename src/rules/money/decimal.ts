import BigNumber from "bignumber.js"

/** An exact amount in major units, written plainly: "12.30", "-0.05", "1000". Never in exponent notation. */
export type Decimal = string

/** Our own BigNumber, so that nobody else's configuration changes our arithmetic. */
const Exact = BigNumber.clone({
  EXPONENTIAL_AT: 1e9,
  ROUNDING_MODE: BigNumber.ROUND_HALF_UP,
  // Only a division could use it, and no operation divides without saying how its result is rounded.
  DECIMAL_PLACES: 30,
  // Beyond it a hostile "1e999999" becomes infinite, and is refused.
  RANGE: 100,
})

/** A run reads the same few prices and rates again and again. A BigNumber never changes, so it can be shared. */
const CACHE = new Map<string, BigNumber>()
const CACHE_SIZE = 1_000
const LONGEST_CACHED = 12

/** Reads an amount. Throws RangeError on what is not a finite number. */
export function exact(amount: Decimal | number): BigNumber {
  const text = String(amount)
  const cached = CACHE.get(text)
  if (cached) {
    return cached
  }
  const value = new Exact(text)
  if (!value.isFinite()) {
    throw new RangeError(`"${text}" is not an amount`)
  }
  if (text.length <= LONGEST_CACHED) {
    cache(text, value)
  }
  return value
}

function cache(text: string, value: BigNumber): void {
  if (CACHE.size >= CACHE_SIZE) {
    CACHE.clear()
  }
  CACHE.set(text, value)
}

/** Writes an amount without an exponent and without a negative zero. */
export function written(value: BigNumber): Decimal {
  return value.isZero() ? "0" : value.toFixed()
}
