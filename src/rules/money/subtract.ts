import { exact, written, type Decimal } from "./decimal"

/** a − b, exactly. */
export function subtract(a: Decimal, b: Decimal): Decimal {
  return written(exact(a).minus(exact(b)))
}
