import { exact, written, type Decimal } from "./decimal"

/** The amount with the other sign; zero stays "0". */
export function negate(amount: Decimal): Decimal {
  return written(exact(amount).negated())
}
