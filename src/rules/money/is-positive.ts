import { compare } from "./compare"
import type { Decimal } from "./decimal"

export function isPositive(amount: Decimal): boolean {
  return compare(amount, "0") > 0
}
