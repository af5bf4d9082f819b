import { exact, written, type Decimal } from "./decimal"

/** The exact sum of its arguments; "0" of none. */
export function add(...amounts: Decimal[]): Decimal {
  return written(amounts.reduce((total, amount) => total.plus(exact(amount)), exact("0")))
}
