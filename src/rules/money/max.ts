import { compare } from "./compare"
import type { Decimal } from "./decimal"

/** The larger of two amounts; the first, if they are equal. */
export function max(a: Decimal, b: Decimal): Decimal {
  return compare(a, b) >= 0 ? a : b
}
