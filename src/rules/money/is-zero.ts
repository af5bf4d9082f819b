import { compare } from "./compare"
import type { Decimal } from "./decimal"

export function isZero(amount: Decimal): boolean {
  return compare(amount, "0") === 0
}
