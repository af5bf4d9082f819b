import { exact, type Decimal } from "./decimal"

/** −1, 0 or 1: "1.50" and "1.5" are equal. */
export function compare(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const difference = exact(a).comparedTo(exact(b)) ?? 0
  return difference < 0 ? -1 : difference > 0 ? 1 : 0
}
