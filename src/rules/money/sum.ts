import { add } from "./add"
import type { Decimal } from "./decimal"

/** The exact sum of a list; "0" of an empty one. */
export function sum(amounts: readonly Decimal[]): Decimal {
  return add(...amounts)
}
