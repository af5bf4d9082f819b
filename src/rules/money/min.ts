import { compare } from "./compare"
import type { Decimal } from "./decimal"

/** The smaller of two amounts; the first, if they are equal. */
export function min(a: Decimal, b: Decimal): Decimal {
  return compare(a, b) <= 0 ? a : b
}
