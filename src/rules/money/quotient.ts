import { exact, written, type Decimal } from "./decimal"

/** amount ÷ divisor to thirty digits after the point: for what is rounded later, never for what is added up to a total. */
export function quotient(amount: Decimal, divisor: Decimal): Decimal {
  if (exact(divisor).isZero()) {
    throw new RangeError("nothing can be divided by zero")
  }
  return written(exact(amount).div(exact(divisor)))
}
